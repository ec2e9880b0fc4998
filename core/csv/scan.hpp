// Looks at sixty-four bytes at a time for those that end a cell or open a quote.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace spreiding::csv {

constexpr std::size_t block_size = 64;

/// Bit i is about byte i of the block.
struct Marks {
    std::uint64_t ends = 0;       ///< separators and line ends
    std::uint64_t line_ends = 0;  ///< of these the line feeds and carriage returns
    std::uint64_t quotes = 0;
    bool has_returns = false;  ///< whether one of the line ends is a carriage return
};

/// In whole numbers of 64 bits: the reference, and the same on every processor.
class ScalarScan {
  public:
    explicit ScalarScan(char separator) : separator_(repeated(separator)) {}

    Marks marks(const char* block) const {
        Marks marks;
        std::uint64_t any_return = 0;
        for (std::size_t at = 0; at < block_size; at += 8) {
            const std::uint64_t word = word_at(block + at);
            const std::uint64_t returns = zeros(word ^ repeated('\r'));
            const std::uint64_t line_ends = returns | zeros(word ^ repeated('\n'));
            marks.ends |= gathered(line_ends | zeros(word ^ separator_)) << at;
            marks.line_ends |= gathered(line_ends) << at;
            marks.quotes |= gathered(zeros(word ^ repeated('"'))) << at;
            any_return |= returns;
        }
        marks.has_returns = any_return != 0;
        return marks;
    }

  private:
    static constexpr std::uint64_t repeated(char c) {
        return 0x0101'0101'0101'0101U * static_cast<unsigned char>(c);
    }
    // The first byte lowest, on every processor.
    static std::uint64_t word_at(const char* bytes) {
        std::array<unsigned char, 8> eight;
        std::memcpy(eight.data(), bytes, eight.size());
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < eight.size(); ++i)
            word |= std::uint64_t{eight[i]} << (8 * i);
        return word;
    }
    // The highest bit of each byte that is zero, and no other.
    static constexpr std::uint64_t zeros(std::uint64_t word) {
        constexpr std::uint64_t low = 0x7F7F'7F7F'7F7F'7F7FU;
        return ~(((word & low) + low) | word | low);
    }
    // The highest bits of eight bytes, side by side.
    static constexpr std::uint64_t gathered(std::uint64_t high_bits) {
        return (high_bits * 0x0002'0408'1020'4081U) >> 56U;
    }

    std::uint64_t separator_;
};

#if defined(__wasm_simd128__)
/// The same sixteen bytes at once.
class VectorScan {
  public:
    explicit VectorScan(char separator)
        : separator_(wasm_i8x16_splat(static_cast<std::int8_t>(separator))) {}

    Marks marks(const char* block) const {
        Marks marks;
        v128_t any_return = wasm_i8x16_splat(0);
        for (std::size_t at = 0; at < block_size; at += 16) {
            const v128_t bytes = wasm_v128_load(block + at);
            const v128_t returns = wasm_i8x16_eq(bytes, wasm_i8x16_splat('\r'));
            const v128_t line_ends =
                wasm_v128_or(returns, wasm_i8x16_eq(bytes, wasm_i8x16_splat('\n')));
            const v128_t ends = wasm_v128_or(line_ends, wasm_i8x16_eq(bytes, separator_));
            marks.ends |= bits(ends) << at;
            marks.line_ends |= bits(line_ends) << at;
            marks.quotes |= bits(wasm_i8x16_eq(bytes, wasm_i8x16_splat('"'))) << at;
            any_return = wasm_v128_or(any_return, returns);
        }
        marks.has_returns = wasm_v128_any_true(any_return);
        return marks;
    }

  private:
    static std::uint64_t bits(v128_t bytes) {
        return static_cast<std::uint16_t>(wasm_i8x16_bitmask(bytes));
    }

    v128_t separator_;
};
using FastScan = VectorScan;
#elif defined(__SSE2__)
/// The same sixteen bytes at once; every x86-64 processor has these instructions.
class VectorScan {
  public:
    explicit VectorScan(char separator) : separator_(_mm_set1_epi8(separator)) {}

    Marks marks(const char* block) const {
        Marks marks;
        __m128i any_return = _mm_setzero_si128();
        for (std::size_t at = 0; at < block_size; at += 16) {
            __m128i bytes;
            std::memcpy(&bytes, block + at, sizeof bytes);
            const __m128i returns = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r'));
            const __m128i line_ends =
                _mm_or_si128(returns, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')));
            const __m128i ends = _mm_or_si128(line_ends, _mm_cmpeq_epi8(bytes, separator_));
            marks.ends |= bits(ends) << at;
            marks.line_ends |= bits(line_ends) << at;
            marks.quotes |= bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'))) << at;
            any_return = _mm_or_si128(any_return, returns);
        }
        marks.has_returns = bits(any_return) != 0;
        return marks;
    }

  private:
    static std::uint64_t bits(__m128i bytes) {
        return static_cast<std::uint16_t>(_mm_movemask_epi8(bytes));
    }

    __m128i separator_;
};
using FastScan = VectorScan;
#else
using FastScan = ScalarScan;
#endif

}  // namespace spreiding::csv
