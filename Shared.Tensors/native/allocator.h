// The allocator of CPU tensors that sharedtensors.cpp gives libtorch when it is loaded.
#pragma once

#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <c10/core/Device.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace {

// Keeps freed blocks of CPU tensors for the next tensor of about that size. libtorch's own allocator goes to malloc each time, which
// gives large blocks back to the kernel, whose page faults cost ten times an addition of a million floats; and where a small tensor
// that nobody disposed lies between two blocks, glibc before 2.38 takes new memory for every aligned block instead of the freed one.
class CachingAllocator final : public c10::Allocator {
 public:
  // The two forms of two generations of libtorch; one of them overrides.
  c10::DataPtr allocate(size_t bytes) { return take(bytes); }
  c10::DataPtr allocate(size_t bytes) const { return take(bytes); }
  void copy_data(void* to, const void* from, std::size_t bytes) const { std::memcpy(to, from, bytes); }
  c10::DeleterFnPtr raw_deleter() const override { return &give_back; }

 private:
  // Lies before the elements, in a cache line of its own.
  struct alignas(64) Block {
    Block* next;
    uint32_t size_class;
  };

  struct SizeClass {
    std::mutex gate;
    Block* free = nullptr;
  };

  // Four sizes to an octave, from 64 bytes to 256 MiB; larger blocks are not kept, nor more than this in all.
  static constexpr uint32_t size_classes = 84;
  static constexpr uint32_t not_kept = size_classes;
  static constexpr int64_t most_kept_bytes = int64_t{256} << 20;

  // Never destroyed: tensors may be freed while the process ends.
  static SizeClass* classes() {
    static auto* const all = new SizeClass[size_classes];
    return all;
  }

  static std::atomic<int64_t>& kept_bytes() {
    static std::atomic<int64_t> bytes{0};
    return bytes;
  }

  static size_t bytes_of(uint32_t size_class) {
    return size_class < 4 ? size_t{64} * (size_class + 1) : (size_t{5} + size_class % 4) << (6 + (size_class - 4) / 4);
  }

  static uint32_t class_of(size_t bytes) {
    if (bytes <= 256) {
      return static_cast<uint32_t>((bytes - 1) / 64);
    }
    const auto octave = static_cast<uint32_t>(63 - __builtin_clzll(bytes - 1));
    const auto quarter = static_cast<uint32_t>((bytes - 1) >> (octave - 2)) - 4;
    return std::min(4 + (octave - 8) * 4 + quarter, not_kept);
  }

  static c10::DataPtr take(size_t bytes) {
    const c10::Device cpu(c10::DeviceType::CPU);
    if (bytes == 0) {
      return {nullptr, nullptr, &give_back, cpu};
    }
    const uint32_t size_class = class_of(bytes);
    Block* block = size_class == not_kept ? nullptr : pop(size_class);
    if (!block) {
      const size_t size = sizeof(Block) + (size_class == not_kept ? bytes : bytes_of(size_class));
      void* memory = nullptr;
      TORCH_CHECK(posix_memalign(&memory, alignof(Block), size) == 0, "not enough memory for a tensor of ", bytes, " bytes");
      block = static_cast<Block*>(memory);
      block->size_class = size_class;
    }
    return {block + 1, block + 1, &give_back, cpu};
  }

  static void give_back(void* elements) {
    if (!elements) {
      return;
    }
    Block* block = static_cast<Block*>(elements) - 1;
    if (block->size_class == not_kept) {
      std::free(block);
    } else {
      push(block);
    }
  }

  static Block* pop(uint32_t size_class) {
    SizeClass& kept = classes()[size_class];
    const std::lock_guard<std::mutex> lock(kept.gate);
    Block* block = kept.free;
    if (block) {
      kept.free = block->next;
      kept_bytes().fetch_sub(static_cast<int64_t>(bytes_of(size_class)), std::memory_order_relaxed);
    }
    return block;
  }

  static void push(Block* block) {
    const auto bytes = static_cast<int64_t>(bytes_of(block->size_class));
    if (kept_bytes().fetch_add(bytes, std::memory_order_relaxed) + bytes > most_kept_bytes) {
      empty();
    }
    SizeClass& kept = classes()[block->size_class];
    const std::lock_guard<std::mutex> lock(kept.gate);
    block->next = kept.free;
    kept.free = block;
  }

  // All at once: sizes that are no longer used must not hold the place of those that are.
  static void empty() {
    for (uint32_t size_class = 0; size_class < size_classes; size_class++) {
      while (Block* block = pop(size_class)) {
        std::free(block);
      }
    }
  }
};

__attribute__((constructor)) void use_caching_allocator() {
  static auto* const allocator = new CachingAllocator();
  c10::SetCPUAllocator(allocator, /*priority=*/1);
}

}  // namespace
