global using Shared.Tensors;
