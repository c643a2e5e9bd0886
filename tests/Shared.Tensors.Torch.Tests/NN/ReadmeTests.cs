using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>The network of the package's README.</summary>
[NonParallelizable]
public sealed class ReadmeTests
{
    [Test]
    public void Network_OfReadme_IsTrainedAndStored()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string safetensors = Path.Combine(folder, "network.safetensors"), own = Path.Combine(folder, "network.dat");
        try
        {
            using Sequential network = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 2));
            using Tensor input = randn(8, 4), target = zeros(8, 2);
            using (NewDisposeScope())
                nn.MSELoss().call(network.call(input), target).backward();
            nn.utils.clip_grad_norm_(network.parameters(), 1.0).Should().BePositive();
            network.zero_grad();

            network.SaveSafetensors(safetensors);
            network.LoadSafetensors(safetensors);
            network.save(own);
            network.load(own).to(float64).eval();
            network.parameters().Should().OnlyContain(parameter => parameter.dtype == float64);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
