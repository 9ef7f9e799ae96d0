// One section of pages: its components in order, each with its look, its number and its marks.
#pragma once

#include "thethuc/builder.hpp"
#include "thethuc/numbering.hpp"

namespace vanban::thethuc {

styled::PageSetup page_of(const Profile& profile, model::Huong huong);

/// `first`: the document begins with this section. Takes texts out of `vung` as it goes.
styled::Section build_section(Builder& builder, const Facts& facts, Numbering& numbering, model::Vung& vung,
                              bool first);

}  // namespace vanban::thethuc
