#pragma once

#include <span>
#include <string>
#include <string_view>

/// What those who write dataset folders share.
namespace coopnet::io {

inline constexpr std::string_view description_file = "dataset.json";
inline constexpr std::string_view table_ending = ".csv";

/// Throws IoError if the folder exists and has a dataset.json or a .csv file that is none of
/// `written`: it would not be replaced, and be read as part of what is written.
void refuse_leftovers(const std::string& folder, std::span<const std::string> written);

}  // namespace coopnet::io
