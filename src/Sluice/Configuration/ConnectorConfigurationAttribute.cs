namespace Sluice;

/// <summary>
/// Marks a partial class or record as a connector's configuration. The generator implements
/// <see cref="IConnectorConfiguration{TSelf}"/> for it: binding, validation, snapshot and the description of its properties.
/// </summary>
/// <remarks>
/// Every public property that can be set is a configuration property, those of base classes included; keep one out with
/// <see cref="IgnoreAttribute"/>. A <c>required</c> property and a constructor parameter without a default must be given.
/// The validation attributes of <c>System.ComponentModel.DataAnnotations</c> and <c>IValidatableObject</c> are honoured.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConnectorConfigurationAttribute : Attribute;
