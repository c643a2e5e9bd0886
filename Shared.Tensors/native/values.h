// Arguments and results as they cross the boundary, and handles of tensors.
#pragma once

#include <ATen/ATen.h>
#include <c10/core/TensorImpl.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <utility>
#include <vector>

namespace {

enum Tag : int32_t {
  TagNone = 0,
  TagTensor = 1,
  TagInt = 2,
  TagDouble = 3,
  TagBool = 4,
  TagComplex = 5,
  TagString = 6,
  TagDevice = 7,
  TagGenerator = 8,
  TagTensorList = 9,
  TagOptionalTensorList = 10,
  TagIntList = 11,
  TagDoubleList = 12,
  TagBoolList = 13,
};

// One argument or result. aux: the length of a list or string (bytes); the index of a device; for a tensor that is a result, the
// KiB of storage that only this tensor holds (so that the managed side can tell its collector).
struct Value {
  int32_t tag;
  int32_t aux;
  union {
    int64_t i;
    double d;
    void* p;
  };
};
static_assert(sizeof(Value) == 16, "the managed side lays this struct out too");

std::atomic<int64_t> live_handles{0};
std::atomic<int64_t> peak_handles{0};

using TensorPointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

at::Tensor share(void* handle) {
  return at::Tensor(TensorPointer::reclaim_copy(static_cast<c10::TensorImpl*>(handle)));
}

at::Generator share_generator(void* handle) {
  return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(handle)));
}

void* release(at::Tensor tensor) {
  if (!tensor.defined()) {
    return nullptr;
  }
  const int64_t live = live_handles.fetch_add(1, std::memory_order_relaxed) + 1;
  if (live > peak_handles.load(std::memory_order_relaxed)) {
    peak_handles.store(live, std::memory_order_relaxed);
  }
  return tensor.unsafeReleaseTensorImpl();
}

int32_t exclusive_kilobytes(const at::Tensor& tensor) {
  const c10::TensorImpl* impl = tensor.unsafeGetTensorImpl();
  if (!impl->has_storage() || !impl->is_cpu()) {
    return 0;
  }
  const auto& storage = impl->storage();
  if (storage.use_count() != 1) {
    return 0;
  }
  return static_cast<int32_t>(std::min<size_t>(storage.nbytes() >> 10, 0x7fffffff));
}

Value to_value(at::Tensor&& tensor) {
  Value value{};
  if (tensor.defined()) {
    value.tag = TagTensor;
    value.aux = exclusive_kilobytes(tensor);
    value.p = release(std::move(tensor));
  }
  return value;
}

std::vector<at::Tensor> share_all(void* const* handles, int32_t count) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(static_cast<size_t>(count));
  for (int32_t i = 0; i < count; i++) {
    tensors.push_back(handles[i] ? share(handles[i]) : at::Tensor());
  }
  return tensors;
}

}  // namespace
