// Puts values where they belong and keeps account of values, bytes and depth, aliases included.
#include "data/yaml_tree.hpp"

#include <algorithm>
#include <string>

namespace vanban::data {
namespace {

constexpr std::size_t kAliasedValues = 1'000'000;  ///< A small file must not grow into a huge tree.
constexpr std::size_t kAliasedBytes = std::size_t{64} << 20;

}  // namespace

void YamlTree::stop(Diagnostic diagnostic) {
    intake_.report(std::move(diagnostic));
    stopped_ = true;
}

std::optional<std::size_t> YamlTree::open_bracket() const {
    const auto open = std::find_if(frames_.rbegin(), frames_.rend(), [](const YamlFrame& f) { return f.bracket; });
    return open == frames_.rend() ? std::nullopt : std::optional(open->begin);
}

bool YamlTree::depth_allows(std::size_t more, Span where) {
    if (frames_.size() + more <= intake_.depth()) {
        return true;
    }
    stop(diagnose(Code::too_deep, where, {std::to_string(intake_.depth())}));
    return false;
}

bool YamlTree::count(std::size_t values, Span where) {
    stopped_ = stopped_ || !intake_.count(values, where);
    return !stopped_;
}

bool YamlTree::charge_copy(const Made& made, Span where) {
    copied_values_ += made.values;
    copied_bytes_ += made.bytes;
    if (copied_values_ > kAliasedValues || copied_bytes_ > kAliasedBytes) {
        stop(diagnose(Code::yaml_aliases_too_large, where));
        return false;
    }
    return true;
}

void YamlTree::open(YamlFrame frame) {
    const Span where = intake_.character(frame.begin);
    if (stopped_ || !depth_allows(1, where) || !count(1, where)) {
        return;
    }
    frame.values_before = intake_.counted() - 1;
    frame.bytes_before = bytes_;
    frames_.push_back(std::move(frame));
}

void YamlTree::close() {
    if (stopped_) {
        return;
    }
    YamlFrame frame = std::move(frames_.back());
    frames_.pop_back();
    intake_.check_keys(frame.members);
    Made made;
    made.value.span = place_of(frame);
    made.value.content =
        frame.is_map ? Value::Variant(std::move(frame.members)) : Value::Variant(std::move(frame.items));
    made.values = intake_.counted() - frame.values_before;
    made.bytes = bytes_ - frame.bytes_before;
    made.height = frame.height;
    place(std::move(made), frame.anchor);
}

Span YamlTree::place_of(const YamlFrame& frame) const {
    if (!frame.bracket && frame.is_map && !frame.members.empty()) {
        return frame.members.front().key_span;
    }
    if (!frame.bracket && !frame.is_map && !frame.items.empty()) {
        return frame.items.front().span;
    }
    return intake_.character(frame.begin);
}

void YamlTree::key(Member member, std::size_t colon, AnchorId anchor) {
    if (anchor != kNoAnchor) {
        anchors_[anchor] = {Value(member.key, member.key_span), 1, member.key.size(), 0};
    }
    YamlFrame& frame = frames_.back();
    bytes_ += member.key.size();
    frame.members.push_back(std::move(member));
    frame.has_key = true;
    frame.colon = colon;
}

void YamlTree::scalar(Value value, std::size_t bytes, AnchorId anchor) {
    const Span where = value.span;
    if (!stopped_ && count(1, where)) {
        bytes_ += bytes;
        place({std::move(value), 1, bytes, 0}, anchor);
    }
}

void YamlTree::alias(AnchorId anchor, Span where) {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
        return stop(diagnose(Code::yaml_recursive_alias, where));
    }
    const Made& made = found->second;
    if (charge_copy(made, where) && depth_allows(made.height, where) && count(made.values, where)) {
        bytes_ += made.bytes;
        place(made, kNoAnchor);
    }
}

void YamlTree::place(Made made, AnchorId anchor) {
    if (anchor != kNoAnchor) {
        if (!charge_copy(made, made.value.span)) {
            return;
        }
        anchors_[anchor] = made;
    }
    if (frames_.empty()) {
        root_ = std::move(made.value);
        return;
    }
    YamlFrame& frame = frames_.back();
    frame.height = std::max(frame.height, made.height + 1);
    if (frame.is_map) {
        frame.members.back().value = std::move(made.value);
        frame.has_key = false;
    } else {
        frame.items.push_back(std::move(made.value));
    }
}

}  // namespace vanban::data
