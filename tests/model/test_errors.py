import pytest

from testimonia.model.errors import CasefileError, CodebookError, InputError, TestimoniaError


@pytest.mark.parametrize("error", [CasefileError, CodebookError, InputError])
def test_every_error_has_one_root(error: type[TestimoniaError]) -> None:
    with pytest.raises(TestimoniaError, match="one clear line"):
        raise error("one clear line")
