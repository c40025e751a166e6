import pytest

pytest.register_assert_rewrite("tests.building")  # what is asserted there is told as well as in a test
