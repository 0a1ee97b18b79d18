"""Check digits: arithmetic that tells the numbers of a register from all others."""

from __future__ import annotations


def luhn(digits: str) -> bool:
    """Return whether digits pass the Luhn check (ISO/IEC 7812-1), the last one being the check digit."""
    doubled = (int(digit) * (1 + (place + len(digits)) % 2) for place, digit in enumerate(digits, start=1))
    return sum(sum(divmod(each, 10)) for each in doubled) % 10 == 0


def mod_97(text: str) -> bool:
    """Return whether an IBAN in capitals without blanks passes its check (ISO 13616, ISO/IEC 7064 MOD 97-10)."""
    return int("".join(str(int(sign, 36)) for sign in text[4:] + text[:4])) % 97 == 1


def mod_11(digits: str, *weights: int) -> bool:
    """Return whether the sum of digits times weights can be divided by 11."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def mod_11_10(digits: str) -> bool:
    """Return whether digits pass ISO/IEC 7064 MOD 11,10, the last one being the check digit."""
    rest = 10
    for digit in digits[:-1]:
        rest = (rest + int(digit)) % 10 or 10
        rest = rest * 2 % 11
    return (11 - rest) % 10 == int(digits[-1])


def icao_731(text: str) -> int:
    """Return the check digit of a document number: weights 7, 3, 1, letters from A = 10 (ICAO Doc 9303, part 3)."""
    return sum(int(sign, 36) * (7, 3, 1)[place % 3] for place, sign in enumerate(text)) % 10
