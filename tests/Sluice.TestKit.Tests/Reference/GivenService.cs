namespace Sluice.TestKit.Tests;

/// <summary>Gives a connector the source that its constructor asks for, and whatever else.</summary>
internal sealed class GivenService(params object[] services) : IServiceProvider
{
    public object? GetService(Type serviceType) => services.FirstOrDefault(serviceType.IsInstanceOfType);
}
