// The family that is compiled into the program.
#include <cstdint>

#include "font/family.hpp"

namespace vanban::font {
namespace {
#include "../../fonts/liberation_serif.inc"

constexpr Family kTimesNewRoman{kRegular, kBold, kItalic, kBoldItalic};
}  // namespace

const Family& times_new_roman() {
    return kTimesNewRoman;
}

}  // namespace vanban::font
