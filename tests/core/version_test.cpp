#include <coopnet/version.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace {

// A release that changes the headers but links an old library, or the other way round.
TEST(Version, HeadersAndLibraryAgree) { EXPECT_EQ(coopnet::version(), coopnet::version_string); }

// The build system reads "major.minor.patch" from the header; another form would break it.
TEST(Version, HasThreeNumericParts) {
  const std::string_view text = coopnet::version();
  EXPECT_EQ(std::ranges::count(text, '.'), 2);
  EXPECT_EQ(text.find_first_not_of("0123456789."), std::string_view::npos);
  EXPECT_EQ(text.find(".."), std::string_view::npos);
  EXPECT_NE(text.front(), '.');
  EXPECT_NE(text.back(), '.');
}

}  // namespace
