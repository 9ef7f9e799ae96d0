// Deadlines of one task in the text and in a table; tasks of a table in the order that they need.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "thethuc/text_dates.hpp"
#include "thethuc/text_report.hpp"
#include "thethuc/texts.hpp"

namespace vanban::thethuc {

/// Gathers what the text wants done by a day and what tables plan, and reports what is planned too late.
class Deadlines {
public:
    explicit Deadlines(TextReport& report) : report_(report) {}

    /// A date in a paragraph: a limit in "… hoàn thành đánh giá nội bộ trước ngày 15 tháng 11 năm 2023".
    void see(std::string_view text, const ReadDate& read, Span block);
    /// A table with a column of deadlines.
    void see(const model::Bang& bang, Span block, TextStore& store);
    void finish();

private:
    struct Limit {
        Date last;
        Passage where;  ///< The date.
    };
    struct Plan {
        std::string_view task;
        Date begin;     ///< When it is done at the earliest.
        Passage where;  ///< The cell.
    };

    const TaskRule* ordered_task(std::string_view task) const;
    void check_order();
    bool names_task(std::string_view sentence, std::string_view task) const;

    TextReport& report_;
    std::vector<Limit> limits_;
    std::vector<Plan> plans_;
};

}  // namespace vanban::thethuc
