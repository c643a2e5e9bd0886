using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace Shared.Tensors.Torch.Tests.Optim;

/// <summary>State, memory, groups and errors of optimizers.</summary>
[NonParallelizable]
public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<Parameter[], OptimizerHelper>> All = new()
    {
        ["SGD"] = p => SGD(p, 0.05, 0.9),
        ["Adam"] = p => Adam(p, 0.05, amsgrad: true),
        ["AdamW"] = p => AdamW(p, 0.05),
        ["RMSProp"] = p => RMSProp(p, 0.05, momentum: 0.9, centered: true),
        ["Adagrad"] = p => Adagrad(p, 0.2, initial_accumulator_value: 0.1),
        ["Adadelta"] = p => Adadelta(p),
        ["Adamax"] = p => Adamax(p, 0.1),
        ["NAdam"] = p => NAdam(p, 0.1),
        ["RAdam"] = p => RAdam(p, 0.1),
        ["Rprop"] = p => Rprop(p, 0.1),
        ["ASGD"] = p => ASGD(p, 0.1, t0: 3),
    };

    private static IEnumerable<string> Names => All.Keys;

    [TestCaseSource(nameof(Names))]
    public void SavedState_LoadedIntoANewOptimizer_ContinuesBitForBit(string name)
    {
        using var scope = torch.NewDisposeScope();
        var problem = new OptimProblem(torch.float32);
        using OptimizerHelper optimizer = All[name]([problem.W, problem.B]);
        for (int step = 0; step < 5; step++)
            problem.Step(optimizer, step);
        using var stream = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(stream));

        var copy = new OptimProblem(torch.float32);
        using (torch.no_grad())
        {
            copy.W.copy_(problem.W);
            copy.B.copy_(problem.B);
        }
        using OptimizerHelper other = All[name]([copy.W, copy.B]);
        foreach (ILearningRateController group in other.ParamGroups)
            group.LearningRate = 123;
        stream.Position = 0;
        other.load_state_dict(new BinaryReader(stream));
        other.state_dict().State.Zip(optimizer.state_dict().State).Should().OnlyContain(pair => pair.First.ApproximatelyEquals(pair.Second));
        for (int step = 5; step < 10; step++)
        {
            problem.Step(optimizer, step);
            copy.Step(other, step);
        }
        copy.Values().Should().Equal(problem.Values());
    }

    [TestCaseSource(nameof(Names))]
    public void StateDictionary_LoadedIntoANewOptimizer_IsCopied(string name)
    {
        using var scope = torch.NewDisposeScope();
        OptimProblem problem = new(torch.float64), other = new(torch.float64);
        using OptimizerHelper optimizer = All[name]([problem.W, problem.B]), target = All[name]([other.W, other.B]);
        for (int step = 0; step < 3; step++)
            problem.Step(optimizer, step);
        target.load_state_dict(optimizer.state_dict());
        target.state_dict().State[0].ApproximatelyEquals(optimizer.state_dict().State[0]).Should().BeTrue();
        problem.Step(optimizer, 3);
        target.state_dict().State[0].ApproximatelyEquals(optimizer.state_dict().State[0]).Should().BeFalse("it is a copy");
    }

    [TestCaseSource(nameof(Names))]
    public void Steps_WithinAScope_KeepTheNumberOfTensorsAndTheState(string name)
    {
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;
        Parameter[] parameters = [new(torch.ones(3, 2)), new(torch.ones(4))];
        using (OptimizerHelper optimizer = All[name](parameters))
        {
            StepOnce(optimizer, parameters);
            long live = TensorRuntime.LiveTensors;
            for (int i = 0; i < 20; i++)
                StepOnce(optimizer, parameters);
            TensorRuntime.LiveTensors.Should().Be(live);
        }
        foreach (Parameter parameter in parameters)
            parameter.Dispose();
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void Lbfgs_AfterDisposal_LeavesNoTensor()
    {
        Garbage.Collect();
        long before = TensorRuntime.LiveTensors;
        using (var parameter = new Parameter(torch.ones(5)))
        using (LBFGS optimizer = LBFGS([parameter], 0.5))
        {
            for (int i = 0; i < 3; i++)
            {
                using var scope = torch.NewDisposeScope();
                optimizer.step(() =>
                {
                    optimizer.zero_grad();
                    torch.Tensor loss = (parameter - torch.arange(5)).pow(2).sum() + parameter.pow(4).sum();
                    loss.backward();
                    return loss;
                });
            }
        }
        TensorRuntime.LiveTensors.Should().Be(before);
    }

    [Test]
    public void File_SavedAndLoaded_HasOptionsAndState()
    {
        using var scope = torch.NewDisposeScope();
        string path = Path.Combine(Directory.CreateTempSubdirectory("optim-").FullName, "state.bin");
        OptimProblem problem = new(torch.float32), other = new(torch.float32);
        using Adam optimizer = Adam([problem.W, problem.B], 0.02, weight_decay: 0.3), target = Adam([other.W, other.B], 0.5);
        problem.Step(optimizer, 0);
        optimizer.save_state_dict(path);
        target.load_state_dict(path);
        var group = (Adam.ParamGroup)target.ParamGroups.Single();
        group.LearningRate.Should().Be(0.02);
        group.Options.weight_decay.Should().Be(0.3);
        ((Adam.State)target.state_dict().State[0]).step.Should().Be(1);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Test]
    public void Load_OfDamagedOrForeignState_IsRefusedAndChangesNothing()
    {
        using var scope = torch.NewDisposeScope();
        OptimProblem problem = new(torch.float32), other = new(torch.float32);
        using Adam optimizer = Adam([problem.W, problem.B], 0.02);
        problem.Step(optimizer, 0);
        using var stream = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(stream));
        byte[] stored = stream.ToArray();

        Refused(stored[..^3], "*damaged*", p => Adam(p, 0.5));
        Refused(stored[..10], "*damaged*", p => Adam(p, 0.5));
        Refused([.. "junk"u8], "*", p => Adam(p, 0.5));
        Refused(stored, "*of Adam, not of SGD*", p => SGD(p, 0.5));
        Refused(stored, "*of 2 parameters in group 0; the optimizer has 1*", p => Adam([p[0]], 0.5));
        Refused(stored, "*1 groups of parameters; the optimizer has 2*", p => Adam([new Adam.ParamGroup { Parameters = [p[0]] }, new Adam.ParamGroup { Parameters = [p[1]] }], 0.5));
        Refused(stored, "*[3, 2], its parameter*[2]*", p => Adam([p[1], p[0]], 0.5));

        void Refused(byte[] data, string message, Func<Parameter[], OptimizerHelper> create)
        {
            using OptimizerHelper target = create([other.W, other.B]);
            FluentActions.Invoking(() => target.load_state_dict(new BinaryReader(new MemoryStream(data)))).Should().Throw<InvalidDataException>().WithMessage(message);
            target.ParamGroups.First().LearningRate.Should().Be(0.5);
        }
    }

    [Test]
    public void LoadStateDictionary_OfOtherSize_IsRefusedAsInPython()
    {
        using var scope = torch.NewDisposeScope();
        var problem = new OptimProblem(torch.float32);
        using Adam two = Adam([problem.W, problem.B]), one = Adam([problem.W]);
        FluentActions.Invoking(() => one.load_state_dict(two.state_dict())).Should().Throw<ArgumentException>().WithMessage("loaded state dict contains a parameter group that doesn't match the size*");
        using SGD other = SGD([problem.W], 1);
        FluentActions.Invoking(() => one.load_state_dict(other.state_dict())).Should().Throw<ArgumentException>().WithMessage("*options of SGD, not of Adam*");
    }

    [Test]
    public void Constructor_OfBadOptions_SaysWhatPythonSays()
    {
        using var parameter = new Parameter(torch.ones(1));
        Refused(() => SGD([parameter], -1), "Invalid learning rate: -1*", "lr");
        Refused(() => Adam([parameter], double.NaN), "Invalid learning rate: NaN*", "lr");
        Refused(() => Adam([parameter], beta1: 1), "Invalid beta parameter at index 0: 1*", "beta1");
        Refused(() => AdamW([parameter], eps: -1), "Invalid epsilon value: -1*", "eps");
        Refused(() => SGD([parameter], 0.1, -0.5), "Invalid momentum value: -0.5*", "momentum");
        Refused(() => SGD([parameter], 0.1, nesterov: true), "Nesterov momentum requires a momentum and zero dampening*", "nesterov");
        Refused(() => RMSProp([parameter], weight_decay: -1), "Invalid weight_decay value: -1*", "weight_decay");
        Refused(() => Adadelta([parameter], rho: 2), "Invalid rho value: 2*", "rho");
        Refused(() => Rprop([parameter], etaminus: 2), "Invalid eta values*", "etaminus");
        Refused(() => Adam(Array.Empty<Parameter>()), "optimizer got an empty parameter list*", "param_group");
        Refused(() => Adam(Array.Empty<Adam.ParamGroup>()), "optimizer got an empty parameter list*", "parameters");
        Refused(() => LBFGS(Array.Empty<Parameter>()), "optimizer got an empty parameter list*", "parameters");
        Refused(() => Adam([parameter, parameter]), "some parameters appear in more than one parameter group*", "param_group");

        static void Refused(Action create, string message, string parameter) =>
            create.Should().Throw<ArgumentException>().WithMessage(message).WithParameterName(parameter);
    }

    [Test]
    public void Closure_ThatThrows_PassesItsExceptionAndLeavesTheOptimizerUsable()
    {
        using var scope = torch.NewDisposeScope();
        var problem = new OptimProblem(torch.float64);
        using Adam optimizer = Adam([problem.W, problem.B]);
        double[] before = problem.Values();
        FluentActions.Invoking(() => optimizer.step(() => throw new InvalidDataException("mine"))).Should().Throw<InvalidDataException>().WithMessage("mine");
        problem.Values().Should().Equal(before);
        problem.Step(optimizer, 0);
        problem.Values().Should().NotEqual(before);
        using torch.Tensor recorded = problem.W * 2;
        recorded.requires_grad.Should().BeTrue("the step ended what it had switched off");
    }

    [Test]
    public void AddParamGroup_AfterSteps_GivesItStateOfItsOwn()
    {
        using var scope = torch.NewDisposeScope();
        var problem = new OptimProblem(torch.float64);
        using Adam optimizer = Adam([problem.W], 0.1);
        double bias = problem.Values()[^1];
        problem.Step(optimizer, 0);
        problem.Values()[^1].Should().Be(bias);
        optimizer.add_param_group(new Adam.ParamGroup { Parameters = [problem.B] });
        problem.Step(optimizer, 1);
        problem.Values()[^1].Should().NotBe(bias);
        optimizer.state_dict().State.Cast<Adam.State>().Select(state => state.step).Should().Equal(2, 1);
        optimizer.parameters().Should().Equal(problem.W, problem.B);
        optimizer.Betas = (0.5, 0.6);
        optimizer.ParamGroups.Cast<IBetas>().Select(group => group.Betas).Should().Equal((0.5, 0.6), (0.5, 0.6));
    }

    [Test]
    public void Options_SwitchedOnLater_StartFromZeros()
    {
        using var scope = torch.NewDisposeScope();
        var problem = new OptimProblem(torch.float64);
        using Adam adam = Adam([problem.W, problem.B], 0.1);
        using RMSProp other = RMSProp([problem.W, problem.B], 0.1);
        problem.Step(adam, 0);
        problem.Step(other, 0);
        ((Adam.ParamGroup)adam.ParamGroups.Single()).Options.amsgrad = true;
        other.Momentum = 0.9;
        problem.Step(adam, 1);
        problem.Step(other, 1);
        ((Adam.State)adam.state_dict().State[0]).max_exp_avg_sq.sum().item<double>().Should().BePositive();
        ((RMSProp.State)other.state_dict().State[0]).momentum_buffer.abs().sum().item<double>().Should().BePositive();
    }

    [Test]
    public void ZeroGrad_RemovesGradients_AndStepWithoutThemChangesNothing()
    {
        using var scope = torch.NewDisposeScope();
        var problem = new OptimProblem(torch.float64);
        using SGD optimizer = SGD([problem.W, problem.B], 0.1, 0.9);
        problem.Step(optimizer, 0);
        problem.W.Gradient().Should().NotBeNull();
        optimizer.zero_grad();
        problem.W.Gradient().Should().BeNull();
        double[] before = problem.Values();
        optimizer.step();
        problem.Values().Should().Equal(before);
    }

    private static void StepOnce(torch.optim.Optimizer optimizer, Parameter[] parameters)
    {
        using var scope = torch.NewDisposeScope();
        optimizer.zero_grad();
        (parameters[0].sum() * parameters[1].sum()).pow(2).backward();
        optimizer.step();
    }
}
