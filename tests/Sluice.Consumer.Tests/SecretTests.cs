namespace Sluice.Consumer.Tests;

/// <summary>The secrets of a configuration live as long as the facade that has a copy of them.</summary>
internal sealed class SecretTests
{
    [Test]
    public async Task Disposing_a_facade_clears_its_copies_and_leaves_the_originals_alone()
    {
        using var configuration = new VaultConfiguration();
        var seen = new SeenConfiguration();
        var facade = VaultConnector.CreateFacade(configuration, seen);
        await facade.TestConnectionAsync();
        Assert.That(Secrets(seen.Configuration!).Select(Text), Is.EqualTo(Secrets(configuration).Select(Text)), "the connector can read them");

        await facade.DisposeAsync();

        Assert.Multiple(() =>
        {
            foreach (var copy in Secrets(seen.Configuration!))
                Assert.Throws<ObjectDisposedException>(() => Text(copy));
            Assert.That(seen.ReadWhenDisposed, Is.EqualTo("one"), "the connector may need one to say goodbye");
            Assert.That(Secrets(configuration).Select(Text), Is.EqualTo(new[] { "one", "two" }));
        });
    }

    private static GuardedString[] Secrets(VaultConfiguration configuration) => [configuration.Password!, configuration.Key];

    private static string Text(GuardedString secret) => secret.Access(text => text.ToString());
}

/// <summary>A configuration with secrets.</summary>
[ConnectorConfiguration]
internal sealed partial class VaultConfiguration : IDisposable
{
    public GuardedString? Password { get; set; } = GuardedString.FromString("one");

    public GuardedString Key { get; set; } = GuardedString.FromString("two");

    public void Dispose()
    {
        Password?.Dispose();
        Key.Dispose();
    }
}

/// <summary>What a connector saw.</summary>
internal sealed class SeenConfiguration : IServiceProvider
{
    public VaultConfiguration? Configuration { get; set; }

    public string? ReadWhenDisposed { get; set; }

    public object? GetService(Type serviceType) => serviceType == typeof(SeenConfiguration) ? this : null;
}

/// <summary>Shows its configuration.</summary>
[Connector("vault")]
internal sealed partial class VaultConnector(VaultConfiguration configuration, SeenConfiguration seen) : IDisposable
{
    [TestConnection]
    public void Test() => seen.Configuration = configuration;

    public void Dispose() => seen.ReadWhenDisposed = configuration.Password?.Access(text => text.ToString());
}
