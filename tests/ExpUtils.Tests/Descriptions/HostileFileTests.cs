using System.Text;

namespace ExpUtils.Tests.Descriptions;

[TestFixture]
public sealed class HostileFileTests
{
    [Test]
    public void Parse_DuplicateKeys_NamesEachWithItsPlace()
    {
        Action parse = () => ExperimentDescription.Parse("{\n  \"metaParameters\": {\"alpha\": 1,\n    \"alpha\": 2}, \"metaParameters\": {}\n}");
        IReadOnlyList<ExperimentProblem> problems = parse.Should().Throw<ExperimentFormatException>().Which.Problems;
        problems.Select(problem => (problem.Path, problem.Line, problem.Column)).Should().Equal(("alpha", 3, 5), ("metaParameters", 3, 18));
    }

    [TestCase("{\"metaParameters\": {\"a\": NaN}}", 26, "NaN")]
    [TestCase("{\"metaParameters\": {\"a\": -Infinity}}", 26, "NaN")]
    [TestCase("{\"metaParameters\": {\"é\": }}", 26, "invalid")]
    [TestCase("{\"metaParameters\": {\"a\": 1", 27, "end")]
    [TestCase("", 1, "JSON")]
    public void Parse_BrokenJson_SaysLineAndColumn(string json, int column, string word)
    {
        Action parse = () => ExperimentDescription.Parse(json, "e.json");
        ExperimentFormatException failure = parse.Should().Throw<ExperimentFormatException>().Which;
        failure.Problems.Should().ContainSingle();
        (failure.Problems[0].Line, failure.Problems[0].Column).Should().Be((1, column));
        failure.Message.Should().StartWith("e.json(1,").And.Contain(word);
    }

    [TestCase("{\"metaParameters\": {\"a\": \"\\ud800\"}}", "half of a pair")]
    [TestCase("[1]", "object")]
    [TestCase("{}", "metaParameters")]
    [TestCase("{\"metaParameters\": 3}", "object")]
    [TestCase("{\"metaParameters\": {\"a\": [{\"b\": 1}, 2]}}", "'metaParameters.a.[1]'")]
    [TestCase("{\"metaParameters\": {\"a.b\": 1, \"a\": {\"b\": 2}}}", "'metaParameters.a.b'")]
    public void Parse_NotAnExperiment_SaysWhatIsWrong(string json, string word)
    {
        Action parse = () => ExperimentDescription.Parse(json);
        ExperimentFormatException failure = parse.Should().Throw<ExperimentFormatException>().Which;
        failure.Message.Should().Contain(word);
        failure.Problems.Should().OnlyContain(problem => problem.Line == 1 && problem.Column >= 1);
    }

    [Test]
    public void Parse_DepthBomb_IsRefusedWithItsPlace()
    {
        string json = "{\"metaParameters\": " + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_001);
        Action parse = () => ExperimentDescription.Parse(json);
        parse.Should().Throw<ExperimentFormatException>().Which.Message.Should().Contain("depth").And.Contain("(1,");
    }

    [Test]
    public void Parse_TooManyCombinations_IsRefused()
    {
        string members = string.Join(", ", Enumerable.Range(0, 64).Select(i => $"\"p{i}\": [1, 2]"));
        Action parse = () => ExperimentDescription.Parse($"{{\"metaParameters\": {{{members}}}}}");
        parse.Should().Throw<ExperimentFormatException>().WithMessage("*64 bits*");
    }

    [Test]
    public void Load_HundredMegabytes_IsRefused()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"huge-{Guid.NewGuid():N}.json");
        try
        {
            using (FileStream file = File.Create(path))
                file.SetLength(100_000_000);
            FluentActions.Invoking(() => ExperimentDescription.Load(path)).Should().Throw<ExpUtilsException>().WithMessage("*100000000 bytes*MaxFileBytes*");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    [Category("Long")]
    public void Load_HundredMegabytesThatAreAllowed_IsRead()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"large-{Guid.NewGuid():N}.json");
        try
        {
            using (var file = new StreamWriter(path, append: false, Encoding.UTF8))
            {
                file.Write("{\"metaParameters\": {\"a\": [0");
                string block = string.Concat(Enumerable.Repeat(",1234567.5", 100_000));
                for (int i = 0; i < 100; i++)
                    file.Write(block);
                file.Write("]}}");
            }

            ExperimentDescription large = ExperimentDescription.Load(path, new ExperimentOptions { MaxFileBytes = 1L << 30 });
            large.NumPermutations.Should().Be(10_000_001);
            large.GetParameters(10_000_000)["a"].AsDouble().Should().Be(1234567.5);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void Load_ByteOrderMark_IsSkipped()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"mark-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, """{"metaParameters": {"a": [1, 2]}}""", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        try
        {
            ExperimentDescription.Load(path).NumPermutations.Should().Be(2);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
