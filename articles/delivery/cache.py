"""A Redis cache whose outage slows the site down and nothing more."""

import logging

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)


def _fail_open(name, otherwise):
    """The cache method `name`, answering `otherwise(default)` while Redis is out of reach."""

    def method(self, *args, **kwargs):
        try:
            return getattr(super(FailOpenRedisCache, self), name)(*args, **kwargs)
        except RedisError as error:
            logger.warning("cache %s failed: %s", name, error)
            return otherwise(args, kwargs)

    method.__name__ = name
    return method


def _given_default(args, kwargs):
    return kwargs.get("default", args[1] if len(args) > 1 else None)


class FailOpenRedisCache(RedisCache):
    get = _fail_open("get", _given_default)
    set = _fail_open("set", lambda args, kwargs: None)
    add = _fail_open("add", lambda args, kwargs: True)
    touch = _fail_open("touch", lambda args, kwargs: False)
    delete = _fail_open("delete", lambda args, kwargs: False)
    get_many = _fail_open("get_many", lambda args, kwargs: {})
    set_many = _fail_open("set_many", lambda args, kwargs: list(args[0]))
    delete_many = _fail_open("delete_many", lambda args, kwargs: None)
    has_key = _fail_open("has_key", lambda args, kwargs: False)
    incr = _fail_open("incr", lambda args, kwargs: 1)
    clear = _fail_open("clear", lambda args, kwargs: False)
