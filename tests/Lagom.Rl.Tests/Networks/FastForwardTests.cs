using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lagom.Rl.Tests.Networks;

public sealed class FastForwardTests
{
    [TestCase(1, Activation.Tanh)]
    [TestCase(7, Activation.Tanh)]
    [TestCase(64, Activation.Relu)]
    public void Forward_AnyRows_IsWhatTheModulesCompute(int rows, Activation activation)
    {
        using DisposeScope scope = NewDisposeScope();
        using var network = new Mlp(5, [64, 37], 21, activation, new RandomStream(1), activation);
        using Linear mean = nn.Linear(21, 3);
        using Linear deviation = nn.Linear(21, 2, hasBias: false);
        FastForward fast = FastForward.Of(network, mean, deviation);
        Tensor x = Noise.NormalLike(zeros(rows, 5), new RandomStream(2));
        Compare();

        network.FromVector(network.ToVector() * -0.5);
        fast.Refresh();
        Compare();

        void Compare()
        {
            var outputs = new float[rows * 5];
            fast.Forward(x.ToArray<float>(), outputs);
            Tensor features = network.call(x);
            outputs.ShouldMatch([.. cat([mean.call(features), deviation.call(features)], 1).ToArray<float>().Select(n => (double)n)], 2e-6, "outputs", 2e-6);
        }
    }

    [Test]
    public void Forward_RowBesideOthers_IsTheSameBitForBit()
    {
        using var network = new Mlp(4, [64, 64], 3, Activation.Tanh, new RandomStream(1));
        FastForward fast = FastForward.Of(network);
        var x = new double[11 * 4];
        new RandomStream(3).FillNormal(x);
        float[] inputs = [.. x.Select(n => (float)n)];
        var together = new float[11 * 3];
        fast.Forward(inputs, together);
        var alone = new float[3];
        for (int row = 0; row < 11; row++)
        {
            fast.Forward(inputs.AsSpan(row * 4, 4), alone);
            alone.Should().Equal(together[(row * 3)..(row * 3 + 3)]);
        }
    }

    [Test]
    public void Forward_WrongSizes_AreNamed()
    {
        using var network = new Mlp(4, [8], 3, Activation.Relu, new RandomStream(1));
        FastForward fast = FastForward.Of(network);
        FluentActions.Invoking(() => fast.Forward(new float[5], new float[3])).Should().Throw<ArgumentException>().WithMessage("*5 inputs; rows have 4*");
        FluentActions.Invoking(() => fast.Forward(new float[8], new float[3])).Should().Throw<ArgumentException>().WithMessage("*2 rows of 3 need 6*");
        using Linear head = nn.Linear(4, 1);
        FluentActions.Invoking(() => FastForward.Of(network, head)).Should().Throw<ArgumentException>().WithMessage("*takes 4*gives 3*");
    }
}
