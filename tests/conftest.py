"""How long the property tests look: quick by default, longer with HYPOTHESIS_PROFILE=laws or =long."""

import os

from hypothesis import HealthCheck, settings

_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("quick", max_examples=200, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("laws", max_examples=2_000, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("long", max_examples=50_000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
