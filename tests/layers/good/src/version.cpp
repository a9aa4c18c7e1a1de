#include <coopnet/version.hpp>
