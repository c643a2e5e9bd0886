using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Shared.Tensors.Torch.Tests.NN;

/// <summary>Sequential, lists and dictionaries.</summary>
[NonParallelizable]
public sealed class ContainerTests
{
    [Test]
    public void Sequential_Indexed_SharesItsLayers()
    {
        using Sequential all = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2));
        all[0].Should().BeOfType<Linear>();
        all[1..].Count.Should().Be(2);
        all[(null, 2)].Count.Should().Be(2);
        all[(1, null)][1].Should().BeSameAs(all[2]);
    }

    [Test]
    public void Sequential_WithoutGradients_FreesWhatLiesBetween()
    {
        using Sequential network = nn.Sequential(nn.Linear(3, 3), nn.Identity(), nn.ReLU(inplace: true), nn.Linear(3, 3));
        using Tensor input = ones(2, 3);
        using IDisposable mode = no_grad();
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;
        using (Tensor output = network.call(input))
        {
            TensorRuntime.LiveTensors.Should().Be(before + 1);
            output.shape.Should().Equal(2, 3);
        }
        input.ToArray<float>().Should().OnlyContain(value => value == 1);
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void Sequential_Empty_GivesAnotherHandleOfTheInput()
    {
        using Tensor input = ones(2);
        nn.Sequential().call(input).Dispose();
        input.ToArray<float>().Should().Equal(1, 1);
    }

    [Test]
    public void ModuleList_Changed_RenamesItsModules()
    {
        using Linear one = nn.Linear(1, 1), two = nn.Linear(1, 2), three = nn.Linear(1, 3);
        ModuleList<Linear> list = nn.ModuleList(one, two);
        list.Insert(0, three);
        list.Select(module => module.weight.shape[0]).Should().Equal(3, 1, 2);
        list.named_children().Select(child => child.name).Should().Equal("0", "1", "2");
        list.Remove(one).Should().BeTrue();
        list.named_parameters().Select(parameter => parameter.name).Should().Equal("0.weight", "0.bias", "1.weight", "1.bias");
        list[1] = one;
        list.IndexOf(one).Should().Be(1);
        list.Contains(two).Should().BeFalse();
        list.append(two);
        list.Count.Should().Be(3);
        list.Clear();
        list.children().Should().BeEmpty();
    }

    [Test]
    public void ModuleDict_Changed_KeepsOrder()
    {
        using Linear one = nn.Linear(1, 1), two = nn.Linear(1, 2);
        ModuleDict<Linear> dictionary = nn.ModuleDict<Linear>(("a", one), ("b", two));
        dictionary.named_parameters().Select(parameter => parameter.name).Should().Equal("a.weight", "a.bias", "b.weight", "b.bias");
        dictionary["a"].Should().BeSameAs(one);
        dictionary[1].Should().Be(("b", two));
        dictionary.keys().Should().Equal("a", "b");
        dictionary.TryGetValue("c", out _).Should().BeFalse();
        dictionary.Remove("a").Should().BeTrue();
        dictionary.children().Should().ContainSingle().Which.Should().BeSameAs(two);
        FluentActions.Invoking(() => dictionary.Add("b", one)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => dictionary["a.b"] = one).Should().Throw<ArgumentException>().WithMessage("*a.b*");
        dictionary.keys().Should().Equal("b");
        dictionary.children().Should().ContainSingle();
    }

    [Test]
    public void ParameterCollections_AreRegistered()
    {
        using ParameterList list = nn.ParameterList(nn.Parameter(ones(1)), nn.Parameter(ones(2)));
        list.named_parameters().Select(one => one.name).Should().Equal("0", "1");
        list.append(nn.Parameter(ones(3)));
        list.parameters().Should().HaveCount(3);
        using ParameterDict dictionary = nn.ParameterDict(("x", nn.Parameter(ones(1))));
        dictionary["y"] = nn.Parameter(ones(2));
        dictionary.state_dict().Keys.Should().Equal("x", "y");
    }

    [Test]
    public void ModuleCollections_ChangedWrongly_StayAsTheyWere()
    {
        using Linear one = nn.Linear(1, 1), two = nn.Linear(1, 2);
        ModuleDict<Linear> dictionary = nn.ModuleDict<Linear>(("a", one), ("b", two));
        FluentActions.Invoking(() => dictionary[0] = ("a.b", one)).Should().Throw<ArgumentException>().WithMessage("*a.b*");
        FluentActions.Invoking(() => dictionary[0] = ("b", one)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => dictionary[0] = ("c", null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => dictionary.Insert(1, ("b", one))).Should().Throw<ArgumentException>();
        dictionary.keys().Should().Equal("a", "b");
        dictionary.named_children().Should().Equal(("a", one), ("b", two));

        ModuleList<Linear> list = nn.ModuleList(one, two);
        FluentActions.Invoking(() => list.extend([two, null!])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => list[0] = null!).Should().Throw<ArgumentException>();
        list.Should().Equal(one, two);
        list.named_children().Should().Equal(("0", one), ("1", two));
    }

    [Test]
    public void ParameterCollections_ChangedWrongly_StayAsTheyWere()
    {
        using ParameterList list = nn.ParameterList(nn.Parameter(ones(1)));
        FluentActions.Invoking(() => list[0] = null!).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => list.append(null!, null!)).Should().Throw<ArgumentException>();
        list.parameters().Should().ContainSingle();
        using ParameterDict dictionary = nn.ParameterDict(("x", nn.Parameter(ones(1))));
        FluentActions.Invoking(() => dictionary["a.b"] = nn.Parameter(ones(1))).Should().Throw<ArgumentException>();
        dictionary.state_dict().Keys.Should().Equal("x");
    }

    [Test]
    public void Embedding_WithPaddingAndLargestNorm_DoesAsPythons()
    {
        using var scope = NewDisposeScope();
        Embedding table = nn.Embedding(5, 3, padding_idx: 1, max_norm: 1);
        table.weight.ToArray<float>()[3..6].Should().Equal(0, 0, 0);
        Tensor indices = tensor(new[] { 1L, 2, 2, 4 });
        Tensor output = table.call(indices);
        output.shape.Should().Equal(4, 3);
        output.norm(1).ToArray<float>().Should().OnlyContain(length => length <= 1.00001f);
        output.sum().backward();
        float[] gradient = table.weight.Gradient()!.ToArray<float>();
        gradient.Should().Equal(0, 0, 0, 0, 0, 0, 2, 2, 2, 0, 0, 0, 1, 1, 1);
        Embedding given = nn.Embedding_from_pretrained(arange(6.0f).reshape(3, 2));
        given.weight.requires_grad.Should().BeFalse();
        given.call(tensor(new[] { 2L })).ToArray<float>().Should().Equal(4, 5);
        FluentActions.Invoking(() => nn.Embedding(3, 2, padding_idx: 3)).Should().Throw<ArgumentException>().WithMessage("*3*");
    }
}
