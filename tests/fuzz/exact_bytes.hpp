// The input of a fuzz target in a heap block of exactly its size: an over-read then shows under AddressSanitizer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

class ExactBytes {
public:
    ExactBytes(const std::uint8_t* data, std::size_t size) : block_(new char[size]), size_(size) {
        if (size > 0) std::memcpy(block_.get(), data, size);
    }
    std::string_view view() const { return {block_.get(), size_}; }

private:
    std::unique_ptr<char[]> block_;
    std::size_t size_;
};
