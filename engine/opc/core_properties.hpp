// /docProps/core.xml: what a file says about itself (ISO/IEC 29500-2, clause 8).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/world.hpp"

namespace vanban::opc {

/// Views texts of the document; good while that lives.
struct CoreProperties {
    std::string_view title;
    std::string_view subject;
    std::string_view creator;
    std::string_view language;         ///< "vi-VN"
    std::optional<Timestamp> created;  ///< Also the time of the last change.
};

/// The part's XML. Properties without a value are left out, also a time in a year that W3CDTF cannot write.
std::string core_properties_part(const CoreProperties& properties);

}  // namespace vanban::opc
