"""How long the property tests look: quick by default, 2,000 texts a law with HYPOTHESIS_PROFILE=laws.

All laws on 50,000 texts: `HYPOTHESIS_PROFILE=long python -m pytest -m long tests/test_laws.py`; most of an hour.
"""

import os

from hypothesis import HealthCheck, settings

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("quick", max_examples=200, derandomize=True, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("laws", max_examples=2_000, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("long", max_examples=50_000, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("other", max_examples=50, derandomize=True, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("mutants", max_examples=25, deadline=None, suppress_health_check=_SLOW, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
