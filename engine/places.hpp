// Where words of a document stand in the data that it was made of.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "data/value.hpp"
#include "thethuc/text_report.hpp"

namespace vanban {

/// Finds words by what stands around them: of all places in the data where they occur, the one whose surroundings agree
/// best with those in the document. Looks at the data only when it is asked. Views the data.
class DataPlaces : public thethuc::Places {
public:
    explicit DataPlaces(const data::Value& data) : data_(data) {}
    std::optional<Span> find(const thethuc::Passage& passage) const override;

private:
    struct Leaf {
        std::string_view text;
        TextOrigin origin;
    };

    void gather(const data::Value& value) const;

    const data::Value& data_;
    mutable std::vector<Leaf> leaves_;                         ///< All texts of the data; filled by the first search.
    mutable std::size_t bytes_left_ = std::size_t{256} << 20;  ///< That searches may still look at.
};

}  // namespace vanban
