// The value of `lap` in a loop.
#include "tmpl/lap_value.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace vanban::tmpl {

namespace {

data::Number number(std::size_t value) {
    return {Decimal(static_cast<std::int64_t>(value)), std::to_string(value)};
}

data::Value blank(std::size_t count) {
    data::Map map;
    map.reserve(5);
    for (const char* key : {"thu_tu", "chi_so"}) map.push_back({key, {}, {number(0), {}}});
    for (const char* key : {"dau", "cuoi"}) map.push_back({key, {}, {}});
    map.push_back({"so_luong", {}, {number(count), {}}});
    return {std::move(map), {}};
}

}  // namespace

const data::Value& LapValue::value() {
    if (!shown_) value_ = blank(count_);
    if (shown_ != index_) set_round();
    return value_;
}

void LapValue::set_round() {
    shown_ = index_;
    data::Map& map = *value_.get_if<data::Map>();
    *map[0].value.get_if<data::Number>() = number(index_ + 1);
    *map[1].value.get_if<data::Number>() = number(index_);
    map[2].value.content = index_ == 0;
    map[3].value.content = index_ + 1 == count_;
}

}  // namespace vanban::tmpl
