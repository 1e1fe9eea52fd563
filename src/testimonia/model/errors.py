"""What can go wrong, said once: the single exception root and its few kinds."""


class TestimoniaError(Exception):
    """Root of every error the program raises on purpose; its text is one line a user can act on."""

    __test__ = False  # pytest collects classes by the prefix "Test"


class InputError(TestimoniaError):
    """A file, folder or option of the user's cannot be used; the text says which and what to do."""


class CodebookError(TestimoniaError):
    """A codebook file breaks its schema; the text begins with ``file:line:``."""


class CasefileError(TestimoniaError):
    """The casefile is missing, foreign, damaged, or of a schema this version does not know."""
