// Texts that need no second look.
#include "thethuc/text_memory.hpp"

namespace vanban::thethuc {

void TextMemory::begin(const LoiVan& rules) {
    if (rules_ == rules.identity) return;
    forget();
    rules_ = rules.identity;
}

bool TextMemory::knows(TextKind kind, std::string_view text) const {
    if (text.size() > kLongest) return false;
    const Texts& known = texts_[static_cast<std::size_t>(kind)];
    return known.find(text) != known.end();
}

void TextMemory::learn(TextKind kind, std::string_view text) {
    if (text.size() > kLongest) return;
    const std::size_t hash = Hash()(text) + static_cast<std::size_t>(kind);
    std::uint32_t& seen = seen_[hash % seen_.size()];
    const auto mark = static_cast<std::uint32_t>(hash >> 32);
    if (seen != mark) {
        seen = mark;
        return;
    }
    if (size_ == kMost) forget();
    size_ += texts_[static_cast<std::size_t>(kind)].emplace(text).second;
}

void TextMemory::forget() {
    for (Texts& texts : texts_) texts.clear();
    size_ = 0;
}

}  // namespace vanban::thethuc
