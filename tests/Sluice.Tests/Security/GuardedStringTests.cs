using System.Diagnostics;
using System.Reflection;

namespace Sluice.Tests.Security;

public class GuardedStringTests
{
    [Test]
    public void It_never_prints()
    {
        using var secret = GuardedString.FromString("hush");
        Assert.That(secret.ToString(), Is.EqualTo("***"));
        Assert.That($"{secret}", Is.EqualTo("***"));
        Assert.That(typeof(GuardedString).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value, Is.EqualTo("***"));
        Assert.That(typeof(GuardedString).GetProperties(BindingFlags.Public | BindingFlags.Instance), Is.Empty, "what reflects over properties finds nothing");
        using var other = GuardedString.FromString("other");
        Assert.That(secret.GetHashCode(), Is.EqualTo(other.GetHashCode()), "a hash would tell something");
    }

    [Test]
    public void It_is_seen_only_inside_a_callback()
    {
        using var secret = new GuardedString("hush".AsSpan());
        var seen = new List<string>();
        secret.Access(seen, static (characters, list) => list.Add(new string(characters)));
        Assert.That(seen, Is.EqualTo(new[] { "hush" }));
        Assert.That(secret.Access(characters => characters.Length), Is.EqualTo(4));
    }

    [TestCase("hush", "hush", true)]
    [TestCase("hush", "husH", false)]
    [TestCase("hush", "hushh", false)]
    [TestCase("", "", true)]
    public void Equal_secrets_are_equal(string left, string right, bool equal)
    {
        using var a = GuardedString.FromString(left);
        using var b = GuardedString.FromString(right);
        Assert.That(a == b, Is.EqualTo(equal));
        Assert.That(a != b, Is.Not.EqualTo(equal));
        Assert.That(a.Equals((object)b), Is.EqualTo(equal));
        Assert.That(a.Equals(null), Is.False);
    }

    [Test]
    public void A_copy_is_equal_and_lives_on()
    {
        var secret = GuardedString.FromString("hush");
        using var copy = secret.Copy();
        Assert.That(copy, Is.EqualTo(secret));
        secret.Dispose();
        Assert.That(copy.Access(characters => new string(characters)), Is.EqualTo("hush"));
    }

    [Test]
    public void Disposing_clears_the_characters()
    {
        var secret = GuardedString.FromString("hush");
        var buffer = (char[])typeof(GuardedString).GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Single().GetValue(secret)!;
        Assert.That(buffer, Is.EqualTo("hush".ToCharArray()));
        secret.Dispose();
        secret.Dispose();
        Assert.That(buffer, Is.All.EqualTo('\0'));
    }

    [Test]
    public void A_cleared_secret_is_of_no_use()
    {
        var secret = GuardedString.FromString("hush");
        secret.Dispose();
        Assert.That(() => secret.Access(characters => characters.Length), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => secret.Access(0, (_, _) => { }), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => secret.Copy(), Throws.InstanceOf<ObjectDisposedException>());
        using var other = GuardedString.FromString("hush");
        Assert.That(secret, Is.Not.EqualTo(other));
        Assert.That(secret.Equals(secret));
        Assert.That(secret.ToString(), Is.EqualTo("***"));
    }
}
