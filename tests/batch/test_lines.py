"""Numbers in lines are written as `json` writes them."""

import json
import math

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from hallbarhet.batch.lines import _numbers

small = st.floats(-1e-3, 1e-3, allow_subnormal=True)
points = st.floats(-100, 100)
any_number = st.floats(allow_infinity=False)


@given(st.lists(points | small | any_number, min_size=1, max_size=20))
@example([-0.0])
@example([-0.0, 1.0])
@example([math.nan])
@example([1e-05, 0.00012, 9.999e-05, 1e-7, 1e15, 1e16, 123456789012345680.0, 5e-324, -1e-05])
def test_numbers_are_written_as_json_writes_them(numbers):
    expected = ["null" if math.isnan(number) else json.dumps(number + 0.0) for number in numbers]
    assert _numbers(np.array(numbers)) == expected
