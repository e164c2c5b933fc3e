namespace Sluice.TestKit.Tests;

/// <summary>Gives a connector the source that its constructor asks for.</summary>
internal sealed class GivenService(object service) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(service) ? service : null;
}
