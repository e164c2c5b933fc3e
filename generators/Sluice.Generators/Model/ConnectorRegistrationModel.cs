namespace Sluice.Generators.Model;

/// <summary>The extension method that registers a connector with a service collection.</summary>
/// <param name="ClassName">Its class.</param>
/// <param name="MethodName">Its name.</param>
/// <param name="Accessibility">Of both.</param>
internal sealed record ConnectorRegistrationModel(string ClassName, string MethodName, string Accessibility);
