using NUnit.Framework.Constraints;

namespace Sluice.Generators.Tests.Harness;

internal static class Expected
{
    /// <summary>The harness must object, and say this.</summary>
    public static Constraint Fails(string message) => Throws.InstanceOf<AssertionException>().With.Message.Contains(message);
}
