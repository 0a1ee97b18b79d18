"""A sitting of a person who labels messages: keys in, labels out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.console import Console

from ...analysis import Analysis
from ...evaluation.labelling import Asked, Labelling
from ...evaluation.questions import Question
from .keyboard import END, ENTER, Keyboard
from .label_screen import View, screen

DIGITS = "123456789"
ALL_ASKED = "All questions have been asked.\n\nq finish · u undo"


class Sitting:
    """What the keys do.

    Args:
        labelling: the questions and answers.
        questions: dimension → its words.
        save: is called after every change.
        analyze: tonekit's own reading of a text; it is only asked when somebody wants to see it.
        guess: whether the reading is shown with every question, and not only where somebody asks for it.
    """

    def __init__(
        self,
        labelling: Labelling,
        questions: Mapping[str, Question],
        *,
        save: Callable[[], None],
        analyze: Callable[[str], Analysis],
        guess: bool = False,
    ) -> None:
        self.labelling = labelling
        self.guess = self._always_guess = guess
        self._questions = questions
        self._save = save
        self._analyze = analyze
        self._loaded = False
        """The first reading takes seconds."""
        self._page = 0
        self._note = ""

    def run(self, keyboard: Keyboard, console: Console) -> None:
        """Show and ask until everything is labelled or the person leaves."""
        more = True
        while more:
            self.show(console)
            more = self.press(keyboard.key())

    def show(self, console: Console) -> None:
        """Draw the screen."""
        asked = self.labelling.asked
        if asked is None:
            console.clear()
            console.print(ALL_ASKED)
            return
        if self.guess and not self._loaded:
            console.print("reading …", style="dim")
            self._loaded = True
        reading = getattr(self._analyze(asked.message.text), asked.dimension) if self.guess else None
        question = self._questions[asked.dimension]
        view = View(asked, question, self.labelling.total, page=self._page, guess=reading, note=self._note)
        console.clear()
        console.print(screen(view, console))

    def press(self, key: str) -> bool:
        """Do what a key asks for; return whether the sitting goes on."""
        self._note = ""
        if key in ("q", END):
            return False
        if key == "u":
            self._undo()
        elif self.labelling.asked is not None:
            self._press_for(self.labelling.asked, key)
        return True

    def _press_for(self, asked: Asked, key: str) -> None:
        labels = list(self._questions[asked.dimension].labels)
        if key in DIGITS[: len(labels)]:
            self._give(labels[DIGITS.index(key)])
        elif key == ENTER and self.guess:
            self._give(self._analyze(asked.message.text).label(asked.dimension))
        elif key == "s":
            self._move(self.labelling.skip)
        elif key == "n":
            self._move(self.labelling.skip_message)
        elif key == "g":
            self.guess = not self.guess
        elif key == " ":
            self._page += 1

    def _give(self, label: str) -> None:
        self._move(lambda: self.labelling.answer(label))
        self._save()

    def _move(self, step: Callable[[], object]) -> None:
        self._turn()
        step()

    def _turn(self) -> None:
        """Start a question; a guess that was asked for at another one would lead the eye."""
        self._page = 0
        self.guess = self._always_guess

    def _undo(self) -> None:
        self._turn()
        if self.labelling.undo():
            self._save()
        else:
            self._note = "nothing to undo in this sitting"
