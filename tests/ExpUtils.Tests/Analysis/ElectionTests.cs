using System.Text.Json;

namespace ExpUtils.Tests.Analysis;

[TestFixture]
public sealed class ElectionTests
{
    private static readonly JsonElement Vectors = Golden.Read("voting.json");

    private static IEnumerable<TestCaseData> Rankings() => Vectors.Items("rankings").Select(item => new TestCaseData(item).SetArgDisplayNames(item.Text("label")));

    private static IEnumerable<TestCaseData> Elections() => Vectors.Items("elections").Select(item => new TestCaseData(item).SetArgDisplayNames(item.Text("label")));

    [TestCaseSource(nameof(Rankings))]
    public void Ranking_OfScores_MatchesTheReference(JsonElement golden)
    {
        ScoredCandidate<string>[] scores = [.. golden.Items("scores").Select(item =>
            new ScoredCandidate<string>(item.GetProperty("name").ToString(), item.GetProperty("score").Number(), item.GetProperty("stderr").Number()))];
        JsonElement arguments = golden.GetProperty("arguments");
        Preference preference = arguments.TryGetProperty("prefer", out JsonElement prefer) && prefer.GetString() == "small" ? Preference.Smaller : Preference.Larger;
        double standardErrors = arguments.TryGetProperty("stderrs", out JsonElement errors) ? errors.GetDouble() : 2;
        Ranking.ByScore(scores, preference).Should().Equal(Expected(golden, "score_ranking"));

        // The reference takes a candidate whose interval contains the leader's for one that does not touch it.
        RankedCandidate<string>[] expected = golden.Text("label").Contains("swallowing", StringComparison.Ordinal)
            ? [new("a", 0, 10), new("b", 0, 9.9)]
            : [.. Expected(golden, "confidence_ranking")];
        Ranking.ByConfidence(scores, preference, standardErrors).Should().Equal(expected);
    }

    [TestCaseSource(nameof(Elections))]
    public void Election_OfBallots_MatchesTheReference(JsonElement golden)
    {
        string[] names = [.. golden.Items("names").Select(name => name.ToString())];
        var election = new Election<string>(Ballots(golden));
        election.Names.Should().BeEquivalentTo(names);
        foreach (JsonProperty vote in golden.GetProperty("votes").EnumerateObject())
            election.Votes()[election.Names.ToList().IndexOf(vote.Name)].Should().Be(vote.Value.GetInt32());
        election.FirstPastThePost().Should().Be(golden.GetProperty("first_past_the_post").ToString());
        election.InstantRunoff().Should().Be(golden.GetProperty("instant_runoff").ToString());
        election.Small(Preference.Larger).Should().Be(golden.GetProperty("small").ToString());
        election.Raynaud().Should().Be(golden.GetProperty("raynaud").ToString());
        election.Copeland().Should().Equal(golden.GetProperty("copeland").Numbers());
        double[][] wins = [.. golden.Items("sum_matrix").Select(row => row.Numbers())];
        election.Pairwise().Cast<double>().Should().Equal(wins.SelectMany(row => row));
        if (golden.TryGetProperty("high_score", out JsonElement highScore))
        {
            election.HighScore(Preference.Larger).Should().Be(highScore.ToString());
            election.HighScore(Preference.Smaller).Should().Be(golden.GetProperty("high_score_small").ToString());
        }
    }

    [Test]
    public void InstantRunoff_TwoOfThreeBallots_AreAMajority()
    {
        var election = new Election<string>(
        [
            [new("a", 0), new("b", 1), new("c", 2)],
            [new("b", 0), new("a", 1), new("c", 2)],
            [new("b", 0), new("c", 1), new("a", 2)],
        ]);
        election.InstantRunoff().Should().Be("b");
        FluentActions.Invoking(() => new Election<string>([])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Election<string>([[new("a", 0)], [new("b", 0)]])).Should().Throw<ArgumentException>().WithMessage("*all ballots*");
    }

    private static IReadOnlyList<IReadOnlyList<RankedCandidate<string>>> Ballots(JsonElement golden)
    {
        List<IReadOnlyList<RankedCandidate<string>>> ballots = [];
        foreach (JsonElement ballot in golden.Items("ballots"))
        {
            if (ballot[0].ValueKind == JsonValueKind.Number)
            {
                string[] order = [.. ballot[1].EnumerateArray().Select(name => name.GetString()!)];
                RankedCandidate<string>[] ranked = [.. order.Select((name, rank) => new RankedCandidate<string>(name, rank))];
                ballots.AddRange(Enumerable.Repeat(ranked, ballot[0].GetInt32()));
            }
            else
            {
                ballots.Add([.. ballot.EnumerateArray().Select(Candidate)]);
            }
        }

        return ballots;
    }

    private static IEnumerable<RankedCandidate<string>> Expected(JsonElement golden, string name) => golden.Items(name).Select(Candidate);

    private static RankedCandidate<string> Candidate(JsonElement item) =>
        new(item.GetProperty("name").ToString(), item.GetProperty("rank").GetInt32(), item.GetProperty("score").Number());
}
