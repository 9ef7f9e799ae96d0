// docx::plan: a styled document as the parts of a WordprocessingML package (ISO/IEC 29500-1, transitional).
#pragma once

#include <memory>

#include "opc/package.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

/// Keeps the parts that depend on the look alone (styles, numbering, settings, fonts): documents of a batch look alike,
/// so they are written once. One per thread. Never changes what `plan` makes.
class PlanCache {
public:
    PlanCache();
    PlanCache(PlanCache&&) noexcept;
    PlanCache& operator=(PlanCache&&) noexcept;
    ~PlanCache();

private:
    friend opc::Package plan(const styled::Document& document, PlanCache* cache);
    struct State;
    std::unique_ptr<State> state_;
};

/// Stage, pure: the same document gives the same parts.
opc::Package plan(const styled::Document& document, PlanCache* cache = nullptr);

}  // namespace vanban::docx
