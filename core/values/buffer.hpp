// A row of plain values that grows at its end and is never filled with nought first: a file of a
// million rows has four million cells, each written once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <type_traits>

namespace spreiding {

template <typename Value>
class Buffer {
    static_assert(std::is_trivially_copyable_v<Value>);

  public:
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const Value& operator[](std::size_t at) const { return values_[at]; }

    void push_back(Value value) {
        reserve(1);
        values_[size_++] = value;
    }

    /// Room for so many more values, to be written at `end()` and then counted by `extend`.
    void reserve(std::size_t more) {
        if (more > capacity_ - size_) grow(more);
    }
    Value* end() { return values_.get() + size_; }
    void extend(std::size_t written) { size_ += written; }

  private:
    void grow(std::size_t more) {
        capacity_ = std::max(size_ + more, capacity_ + capacity_ / 2);
        auto larger = std::unique_ptr<Value[]>(new Value[capacity_]);
        if (size_ > 0) std::memcpy(larger.get(), values_.get(), size_ * sizeof(Value));
        values_ = std::move(larger);
    }

    std::unique_ptr<Value[]> values_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace spreiding
