// What the exceptions of yaml-cpp mean for a person who wrote the file.
#pragma once

#include <optional>
#include <string_view>

#include "data/intake.hpp"

namespace vanban::data {

/// How far reading had come when yaml-cpp gave up.
struct YamlFailure {
    std::size_t at = 0;                       ///< Where it stopped.
    std::string_view message;                 ///< Its own sentence, one of YAML::ErrorMsg.
    std::size_t read_to = 0;                  ///< Past the last scalar that was read.
    std::optional<std::size_t> open_bracket;  ///< Innermost flow bracket not yet closed.
};

/// `yaml-tab-indent`, or `yaml-malformed` with a hint.
Diagnostic explain_yaml(const Intake& intake, const YamlFailure& failure);

}  // namespace vanban::data
