using Sluice;

namespace SampleConnector;

/// <summary>
/// An account as the outside world sees it. Every public property is an attribute; non-nullable ones are required.
/// The generator writes the schema and the mapping from this declaration.
/// </summary>
/// <param name="Id">The uid: identifies the person for good, whatever is renamed.</param>
/// <param name="Login">The name: what people call the account.</param>
/// <param name="Mail">An optional attribute, because its type is nullable.</param>
/// <param name="Enabled">An operational attribute: hosts know it under the same name in every connector.</param>
[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person(
    [Uid] string Id,
    [Name] string Login,
    string? Mail,
    [Enabled] bool Enabled);
