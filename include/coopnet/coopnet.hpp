#pragma once

/// Everything a program needs to load a dataset and ask it questions, in one include.
#include <coopnet/version.hpp>
