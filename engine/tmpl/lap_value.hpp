// The value of `lap` in a loop: counters, made into a value when an expression asks for them, which few do.
#pragma once

#include <cstddef>
#include <optional>

#include "data/value.hpp"

namespace vanban::tmpl {

/// lap.thu_tu (from 1), lap.chi_so (from 0), lap.dau, lap.cuoi, lap.so_luong of one loop.
class LapValue {
public:
    /// The first round of `count`.
    explicit LapValue(std::size_t count) : count_(count) {}
    void next() { ++index_; }
    /// Stays where it is; changes with the next round that asks for it.
    const data::Value& value();

private:
    void set_round();

    std::size_t count_;
    std::size_t index_ = 0;
    std::optional<std::size_t> shown_;  ///< The round that `value_` tells of.
    data::Value value_;
};

}  // namespace vanban::tmpl
