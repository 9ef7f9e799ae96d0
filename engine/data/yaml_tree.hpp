// The tree that grows while YAML events come in: open maps and lists, anchors, and what all of it costs.
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include "data/intake.hpp"
#include "data/value.hpp"

namespace vanban::data {

using AnchorId = std::size_t;
inline constexpr AnchorId kNoAnchor = 0;

/// A map or list that is being read.
struct YamlFrame {
    bool is_map = false;
    bool has_key = false;
    bool bracket = false;   ///< Written in flow style, `[…]` or `{…}`.
    std::size_t begin = 0;  ///< Of its bracket, first key or first dash.
    std::size_t colon = 0;  ///< Past the colon after the last key.
    AnchorId anchor = kNoAnchor;
    Map members;
    List items;
    std::size_t height = 1;
    std::size_t values_before = 0;
    std::size_t bytes_before = 0;
};

/// Once stopped by a fatal finding, it takes nothing more.
class YamlTree {
public:
    explicit YamlTree(Intake& intake) : intake_(intake) {}

    Value take() { return std::move(root_); }
    bool stopped() const { return stopped_; }
    void stop(Diagnostic diagnostic);

    bool expects_key() const { return !frames_.empty() && frames_.back().is_map && !frames_.back().has_key; }
    /// The innermost open map or list; nullptr at the root.
    const YamlFrame* innermost() const { return frames_.empty() ? nullptr : &frames_.back(); }
    /// Offset of the innermost bracket not yet closed.
    std::optional<std::size_t> open_bracket() const;

    void open(YamlFrame frame);
    void close();
    /// The key of the next value in the open map; `colon` is past its colon.
    void key(Member member, std::size_t colon, AnchorId anchor);
    /// `bytes`: length of a text, to be paid again by each alias.
    void scalar(Value value, std::size_t bytes, AnchorId anchor);
    /// A copy of the anchored value; it keeps the places of the original.
    void alias(AnchorId anchor, Span where);

private:
    /// A finished value and what a copy of it costs.
    struct Made {
        Value value;
        std::size_t values = 0;
        std::size_t bytes = 0;
        std::size_t height = 0;  ///< Levels of nesting; 0 for a scalar.
    };
    bool depth_allows(std::size_t more, Span where);
    bool count(std::size_t values, Span where);
    bool charge_copy(const Made& made, Span where);
    Span place_of(const YamlFrame& frame) const;
    void place(Made made, AnchorId anchor);

    Intake& intake_;
    Value root_;
    std::vector<YamlFrame> frames_;
    std::unordered_map<AnchorId, Made> anchors_;
    std::size_t copied_values_ = 0;
    std::size_t copied_bytes_ = 0;
    std::size_t bytes_ = 0;
    bool stopped_ = false;
};

}  // namespace vanban::data
