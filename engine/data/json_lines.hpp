// JSON Lines: one JSON value a line, each with findings of its own.
#pragma once

#include <memory>
#include <optional>

#include "data/intake.hpp"
#include "data/value.hpp"

namespace vanban::data {

/// Reads the lines of an intake, one after the other; empty lines are skipped.
class JsonLines {
public:
    explicit JsonLines(Intake& intake);
    ~JsonLines();
    JsonLines(const JsonLines&) = delete;
    JsonLines& operator=(const JsonLines&) = delete;

    /// The value of the next line, empty if it was refused with a finding; false at the end.
    bool next(std::optional<Value>& record);

private:
    struct Parts;
    Intake& intake_;
    std::size_t at_;
    bool full_ = false;  ///< There are too many values: no further line is read.
    std::unique_ptr<Parts> parts_;
};

}  // namespace vanban::data
