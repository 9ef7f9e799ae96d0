// The value of `lap` in a loop: counters that are changed in place from round to round.
#pragma once

#include <cstddef>

#include "data/value.hpp"

namespace vanban::tmpl {

/// lap.thu_tu (from 1), lap.chi_so (from 0), lap.dau, lap.cuoi, lap.so_luong of one loop.
class LapValue {
public:
    /// The first round of `count`.
    explicit LapValue(std::size_t count);
    void next();
    const data::Value& value() const { return value_; }

private:
    void set_round();

    std::size_t count_;
    std::size_t index_ = 0;
    data::Value value_;
};

}  // namespace vanban::tmpl
