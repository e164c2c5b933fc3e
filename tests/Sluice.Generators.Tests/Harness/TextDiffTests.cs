using Sluice.Testing;

namespace Sluice.Generators.Tests.Harness;

public sealed class TextDiffTests
{
    [Test]
    public void EqualTextsHaveNoDiff() => Assert.That(TextDiff.Unified("a\nb", "a\nb"), Is.Empty);

    [Test]
    public void DistantChangesMakeTwoHunksWithContext()
    {
        var expected = string.Join('\n', Enumerable.Range(1, 20));
        var actual = expected.Replace("\n2\n", "\n2x\n", StringComparison.Ordinal).Replace("\n18\n", "\n", StringComparison.Ordinal);

        Assert.That(TextDiff.Unified(expected, actual), Is.EqualTo(
            "--- expected\n+++ actual\n@@ -1 +1 @@\n 1\n-2\n+2x\n 3\n 4\n 5\n@@ -15 +15 @@\n 15\n 16\n 17\n-18\n 19\n 20\n"));
    }
}
