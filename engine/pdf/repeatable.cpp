// The moment stands once, in the document information dictionary; identifiers stand in the trailer.
#include "pdf/repeatable.hpp"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <vector>

namespace vanban::pdf {
namespace {

constexpr std::string_view kMoment = "/CreationDate(D:";
constexpr std::string_view kIdentifiers = "/ID [";
constexpr std::string_view kChecksum = "/DocChecksum /";
constexpr std::size_t kMomentDigits = 14;  ///< YYYYMMDDHHmmSS.
constexpr std::size_t kHashDigits = 32;

bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
}

/// "20230504030201"; empty for a year that has not four digits.
std::string moment_of(Timestamp time) {
    const std::chrono::sys_seconds moment{std::chrono::seconds{time.seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{moment - day};
    const std::string text = fmt::format("{:04}{:02}{:02}{:02}{:02}{:02}", static_cast<int>(date.year()),
                                         static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                         clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    return text.size() == kMomentDigits && text.front() != '-' ? text : std::string();
}

/// `/CreationDate(D:…)` as a whole; white space means nothing in a dictionary.
void settle_moment(std::string& pdf, const std::string& moment) {
    const std::size_t begin = pdf.rfind(kMoment);
    const std::size_t end = begin == pdf.npos ? begin : pdf.find(')', begin);
    if (end == pdf.npos || end - begin < kMoment.size() + kMomentDigits) return;
    std::fill(pdf.begin() + static_cast<std::ptrdiff_t>(begin), pdf.begin() + static_cast<std::ptrdiff_t>(end) + 1,
              ' ');
    if (moment.empty()) return;
    const std::string entry = std::string(kMoment) + moment + ')';
    if (entry.size() <= end + 1 - begin) pdf.replace(begin, entry.size(), entry);
}

/// Where hashes of 32 digits begin within the next bytes behind the last `mark`, at most `most`.
void gather_hashes(const std::string& pdf, std::string_view mark, std::size_t most, std::vector<std::size_t>& places) {
    constexpr std::size_t kFar = 120;
    const std::size_t begin = pdf.rfind(mark);
    if (begin == pdf.npos) return;
    const std::size_t end = std::min(pdf.size(), begin + kFar);
    std::size_t run = 0;
    for (std::size_t at = begin + mark.size(); at < end && most > 0; ++at) {
        run = is_hexadecimal(pdf[at]) ? run + 1 : 0;
        if (run < kHashDigits) continue;
        places.push_back(at + 1 - kHashDigits);
        --most;
        run = 0;
    }
}

}  // namespace

void make_repeatable(std::string& pdf, std::optional<Timestamp> now) {
    settle_moment(pdf, now ? moment_of(*now) : std::string());
    std::vector<std::size_t> places;
    gather_hashes(pdf, kIdentifiers, 2, places);
    gather_hashes(pdf, kChecksum, 1, places);
    for (const std::size_t at : places) pdf.replace(at, kHashDigits, kHashDigits, '0');
    const XXH128_hash_t hash = XXH3_128bits(pdf.data(), pdf.size());
    const std::string digits = fmt::format("{:016X}{:016X}", hash.high64, hash.low64);
    for (const std::size_t at : places) pdf.replace(at, kHashDigits, digits);
}

}  // namespace vanban::pdf
