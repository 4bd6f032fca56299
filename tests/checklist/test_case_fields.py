"""The fields of a case that conditions may ask for."""

from hallbarhet.assessment.model import Case
from hallbarhet.checklist.case_fields import CASE_FIELDS


def test_they_are_the_fields_that_a_record_has():
    aliases = {field.alias or name for name, field in Case.model_fields.items()}
    assert aliases - {"eget"} == CASE_FIELDS.keys()
