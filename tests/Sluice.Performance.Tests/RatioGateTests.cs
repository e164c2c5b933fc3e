using System.Globalization;
using Sluice.Benchmarks;

namespace Sluice.Performance.Tests;

/// <summary>
/// Ratios to the hand-written version and to the floor, and the bytes. Each is measured in a process of its own, in turns; what
/// exceeds its limit is measured again, longer, before it fails: a busy machine passes, a regression does not.
/// </summary>
[NonParallelizable]
internal sealed class RatioGateTests
{
    private static readonly int[] Rounds = [300, 2_000, 10_000];

    private static IEnumerable<TestCaseData> Cases => Comparisons.All.Where(one => one.IsGated).Select(one => new TestCaseData(one.Name).SetArgDisplayNames(one.Name));

    [TestCaseSource(nameof(Cases))]
    public async Task Stays_within_its_limits(string name)
    {
        var comparison = Comparisons.All.Single(one => one.Name == name);
        var fault = default(string);
        foreach (var rounds in Rounds)
        {
            fault = Gate.Fault(comparison, await RatioCommand.MeasureAsync(name, rounds));
            if (fault is null)
                return;
        }

        Assert.Fail(fault!);
    }

    [Test]
    public void A_ratio_beyond_its_limit_is_told_with_the_limit_and_the_command()
    {
        var comparison = new Comparison("one", "one delta", () => default, Goal: 1.3, Gate: 2);

        Assert.Multiple(() =>
        {
            Assert.That(Gate.Fault(comparison, Measured(ratio: 2.5, best: 2.25)), Is.EqualTo(
                "one delta takes 2.50 times what it is held to (the middle of 40 rounds; the shortest times make it 2.25); the limit is 2. To see it: dotnet run -c Release --project benchmarks/Sluice.Benchmarks -- ratios one --runs 5"));
            Assert.That(Gate.Fault(comparison, Measured(ratio: 2.5, best: 1.9)), Is.Null, "noise lengthens the middle");
            Assert.That(Gate.Fault(comparison, Measured(ratio: 1.9, best: 2.25)), Is.Null, "one short round of the baseline is luck");
        });
    }

    [Test]
    public void Bytes_are_exact()
    {
        var comparison = new Comparison("one", "one delta", () => default, Goal: 1.3, Gate: 2, Bytes: 192);

        Assert.Multiple(() =>
        {
            Assert.That(Gate.Fault(comparison, Measured(1, 1, bytes: 193)), Does.StartWith("one delta allocates 193 bytes; the limit is 192."));
            Assert.That(Gate.Fault(comparison, Measured(1, 1, bytes: 192)), Is.Null);
            Assert.That(Gate.Fault(comparison, Measured(1, 1, bytes: 191)), Does.Contain("lower the limit"), "what was gained is held");
        });
    }

    private static Measurement Measured(double ratio, double best, double bytes = 0) => new("one", 40, ratio, ratio, ratio, best, 1, 1, bytes, 0);
}

/// <summary>Judges a measurement.</summary>
internal static class Gate
{
    /// <summary>What is wrong, with the figure, the limit and the command that shows it; null where nothing is.</summary>
    public static string? Fault(Comparison comparison, Measurement measured)
    {
        var reproduce = $"To see it: dotnet run -c Release --project benchmarks/Sluice.Benchmarks -- ratios {comparison.Name} --runs 5";

        // Both must exceed: noise lengthens the middle, luck shortens the shortest.
        if (measured.Ratio > comparison.Gate && measured.Best > comparison.Gate)
            return Say($"{comparison.Operation} takes {measured.Ratio:0.00} times what it is held to (the middle of {measured.Rounds} rounds; the shortest times make it {measured.Best:0.00}); the limit is {comparison.Gate:0.##}. {reproduce}");
        if (comparison.Bytes is { } limit && measured.Bytes > limit)
            return Say($"{comparison.Operation} allocates {measured.Bytes:0} bytes; the limit is {limit:0}. {reproduce}");
        if (comparison is { Bytes: { } held, IsExact: true } && measured.Bytes < held)
            return Say($"{comparison.Operation} allocates only {measured.Bytes:0} bytes: lower the limit, which is {held:0}, in Comparisons.cs. {reproduce}");
        return comparison.Bytes is null && measured.Bytes > measured.BaselineBytes * comparison.Gate
            ? Say($"{comparison.Operation} allocates {measured.Bytes:0} bytes, where the baseline takes {measured.BaselineBytes:0}; the limit is {comparison.Gate:0.##} times that. {reproduce}")
            : null;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
