// A list that holds one item or none in most places, so that it takes no block of memory for it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace vanban {

/// Like std::vector, with a single item kept inside; copies are copies of the items. `T` can be made of nothing.
/// Adding an item moves the others: pointers and iterators are good until then.
/// Boost's small_vector would do the same, with eight bytes more a list and with GCC 12 seeing items of a variant that
/// are used before they are set.
template <class T>
class ShortList {
public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = const T*;

    ShortList() = default;
    ShortList(T one) : one_(std::move(one)), has_one_(true) {}
    ShortList(std::initializer_list<T> items) {
        for (const T& item : items) push_back(item);
    }
    ShortList(const ShortList& other)
        : one_(other.one_),
          has_one_(other.has_one_),
          many_(other.many_ ? std::make_unique<std::vector<T>>(*other.many_) : nullptr) {}
    ShortList(ShortList&& other) noexcept
        : one_(std::move(other.one_)), has_one_(std::exchange(other.has_one_, false)), many_(std::move(other.many_)) {}
    ShortList& operator=(const ShortList& other) {
        if (this != &other) *this = ShortList(other);
        return *this;
    }
    ShortList& operator=(ShortList&& other) noexcept {
        one_ = std::move(other.one_);
        has_one_ = std::exchange(other.has_one_, false);
        many_ = std::move(other.many_);
        return *this;
    }
    ~ShortList() = default;

    std::size_t size() const { return many_ ? many_->size() : std::size_t{has_one_}; }
    bool empty() const { return size() == 0; }
    T* begin() { return many_ ? many_->data() : &one_; }
    T* end() { return begin() + size(); }
    const T* begin() const { return many_ ? many_->data() : &one_; }
    const T* end() const { return begin() + size(); }
    auto rbegin() const { return std::make_reverse_iterator(end()); }
    auto rend() const { return std::make_reverse_iterator(begin()); }
    T& operator[](std::size_t i) { return begin()[i]; }
    const T& operator[](std::size_t i) const { return begin()[i]; }
    T& front() { return *begin(); }
    const T& front() const { return *begin(); }
    T& back() { return end()[-1]; }
    const T& back() const { return end()[-1]; }

    void push_back(T item) {
        if (empty() && !many_) {
            one_ = std::move(item);
            has_one_ = true;
            return;
        }
        spread().push_back(std::move(item));
    }
    /// Before `position`.
    void insert(const T* position, T item) {
        const auto at = position - begin();
        if (empty()) return push_back(std::move(item));
        std::vector<T>& items = spread();
        items.insert(items.begin() + at, std::move(item));
    }
    void pop_back() {
        if (many_) return many_->pop_back();
        clear();
    }
    void clear() { *this = ShortList(); }

    friend bool operator==(const ShortList& a, const ShortList& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    /// All items in a block of their own.
    std::vector<T>& spread() {
        if (!many_) {
            many_ = std::make_unique<std::vector<T>>();
            if (std::exchange(has_one_, false)) many_->push_back(std::exchange(one_, T{}));
        }
        return *many_;
    }

    T one_{};               ///< The item, if there is but one and `many_` is empty.
    bool has_one_ = false;  ///< False where `many_` is set.
    std::unique_ptr<std::vector<T>> many_;
};

}  // namespace vanban
