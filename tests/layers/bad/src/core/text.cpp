#include <coopnet/coopnet.hpp>  // the umbrella
#include <coopnet/mystery/box.hpp>
