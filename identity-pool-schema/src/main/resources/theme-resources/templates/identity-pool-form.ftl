<#-- What the pages of an identity pool are made of: see docs/console/registration.md. A theme may have its own. -->

<#-- A text of a schema; its links open beside the form, which keeps what was entered. -->
<#macro linked text>
  <#list poolPage.parts(advancedMsg(text)) as part><#if !part.link?has_content>${part.words}<#elseif part.link?lower_case?starts_with("mailto:")><a href="${part.link}">${part.words}</a><#else><a href="${part.link}" target="_blank" rel="noopener noreferrer">${part.words}<span class="pf-v5-u-screen-reader kc-identity-pool-unseen"> ${msg("identityPoolNewTab")}</span></a></#if></#list>
</#macro>

<#macro errorText name text>
  <div id="input-error-container-${name}">
    <#if text?has_content>
      <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
        <div class="${properties.kcInputHelperTextClass!}">
          <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}" id="input-error-${name}">
            <span class="${properties.kcInputErrorMessageClass!}">${text}</span>
          </div>
        </div>
      </div>
    </#if>
  </div>
</#macro>

<#macro helpText input>
  <#if input.help?has_content>
    <div class="${properties.kcFormHelperTextClass!}">
      <div class="${properties.kcInputHelperTextClass!}">
        <div class="${properties.kcInputHelperTextItemClass!}" id="help-${input.name}">
          <span class="${properties.kcInputHelperTextItemTextClass!}"><@linked input.help/></span>
        </div>
      </div>
    </div>
  </#if>
  <#if input.hint?has_content>
    <div class="${properties.kcFormHelperTextClass!}">
      <div class="${properties.kcInputHelperTextClass!}">
        <div class="${properties.kcInputHelperTextItemClass!}" id="hint-${input.name}">
          <span class="${properties.kcInputHelperTextItemTextClass!}">${msg(input.hint, input.zone)}</span>
        </div>
      </div>
    </div>
  </#if>
</#macro>

<#macro requiredMark required>
  <#if required><span class="${properties.kcInputRequiredClass!}" aria-hidden="true">&#42;</span></#if>
</#macro>

<#macro describedBy ids><#if ids?has_content> aria-describedby="${ids}"</#if></#macro>

<#-- What all inputs of a field have; the browser leaves the checks to the server: novalidate. -->
<#macro state input>
  <#if input.required>required</#if>
  <#if input.readOnly>disabled</#if>
  <#if input.error?has_content>aria-invalid="true"</#if>
  <@describedBy input.describedBy/>
  <#if input.name == poolPage.firstError>autofocus</#if>
</#macro>

<#macro hints input>
  <#if input.placeholder?has_content>placeholder="${advancedMsg(input.placeholder)}"</#if>
  <#if input.minLength?has_content>minlength="${input.minLength}"</#if>
  <#if input.maxLength?has_content>maxlength="${input.maxLength}"</#if>
  <#if input.autocomplete?has_content>autocomplete="${input.autocomplete}"</#if>
</#macro>

<#-- A browser sends nothing for what is not chosen, and that would not be an answer. -->
<#macro nothing input value><#if !input.readOnly><input type="hidden" name="${input.name}" value="${value}"/></#if></#macro>

<#macro control input>
  <#switch input.kind>
    <#case "select">
    <#case "multi-select">
      <#if input.kind == "multi-select"><@nothing input=input value=""/></#if>
      <select id="${input.name}" name="${input.name}"
        <#if input.kind == "multi-select">multiple size="${[input.choices?size, 8]?min}"</#if>
        <#if input.autocomplete?has_content>autocomplete="${input.autocomplete}"</#if>
        <@state input/>>
        <#if input.kind == "select">
          <option value=""></option>
        </#if>
        <#list input.choices as choice>
          <option value="${choice.value}"<#if choice.chosen> selected</#if>>${advancedMsg(choice.label)}</option>
        </#list>
      </select>
      <#if input.kind == "select">
        <span class="${properties.kcFormControlUtilClass!}">
          <span class="${properties.kcFormControlToggleIcon!}">
            <i class="fa fa-caret-down" aria-hidden="true"></i>
          </span>
        </span>
      </#if>
      <#break>
    <#case "textarea">
    <#case "lines">
    <#case "json">
      <textarea id="${input.name}" name="${input.name}" rows="4"
        <#if input.kind == "json">spellcheck="false"</#if>
        <@hints input/>
        <@state input/>>
${input.value}</textarea>
      <#break>
    <#default>
      <input id="${input.name}" name="${input.name}" type="${input.kind}" value="${input.value}"
        <#if input.min?has_content>min="${input.min}"</#if>
        <#if input.max?has_content>max="${input.max}"</#if>
        <#if input.step?has_content>step="${input.step}"</#if>
        <#if input.pattern?has_content>pattern="${input.pattern}"</#if>
        <@hints input/>
        <@state input/>/>
  </#switch>
</#macro>

<#macro choices input type>
  <#assign first = true>
  <#list input.choices as choice>
    <div class="${(type == "radio")?then(properties.kcInputClassRadio!'pf-v5-c-radio', properties.kcCheckboxClass!)}">
      <input type="${type}" id="${choice.id}" name="${input.name}" value="${choice.value}"
        class="${(type == "radio")?then(properties.kcInputClassRadioInput!'pf-v5-c-radio__input', properties.kcCheckboxInputClass!)}"
        <#if choice.chosen>checked</#if>
        <#if input.readOnly>disabled</#if>
        <#if type == "radio" && input.required>required</#if>
        <#if input.error?has_content>aria-invalid="true"</#if>
        <#if input.name == poolPage.firstError && first>autofocus</#if>/>
      <label for="${choice.id}"
        class="${(type == "radio")?then(properties.kcInputClassRadioLabel!'pf-v5-c-radio__label', properties.kcCheckboxLabelClass!)}">${advancedMsg(choice.label)}</label>
    </div>
    <#assign first = false>
  </#list>
</#macro>

<#macro field input>
  <#switch input.kind>
    <#case "checkbox">
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcCheckboxClass!}">
          <@nothing input=input value="false"/>
          <input type="checkbox" id="${input.name}" name="${input.name}" value="true"
            class="${properties.kcCheckboxInputClass!}"
            <#if input.ticked>checked</#if>
            <@state input/>/>
          <label for="${input.name}" class="${properties.kcCheckboxLabelClass!}"><@linked input.label/> <@requiredMark input.required/></label>
        </div>
        <@helpText input/>
        <@errorText name=input.name text=input.error/>
      </div>
      <#break>
    <#case "radio">
    <#case "checkboxes">
      <fieldset id="${input.name}" class="${properties.kcFormGroupClass!} kc-identity-pool-choice"<@describedBy input.describedBy/>>
        <legend class="${properties.kcFormLabelClass!properties.kcLabelClass!}">
          <span class="${properties.kcFormLabelTextClass!}"><@linked input.label/></span>
          <@requiredMark input.required/>
        </legend>
        <#if input.kind == "checkboxes"><@nothing input=input value=""/></#if>
        <@choices input=input type=(input.kind == "radio")?then("radio", "checkbox")/>
        <@helpText input/>
        <@errorText name=input.name text=input.error/>
      </fieldset>
      <#break>
    <#default>
      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormGroupLabelClass!}">
          <label for="${input.name}" class="${properties.kcFormLabelClass!properties.kcLabelClass!}">
            <span class="${properties.kcFormLabelTextClass!}"><@linked input.label/></span>
            <@requiredMark input.required/>
          </label>
        </div>
        <span class="${properties.kcInputClass!}<#if input.error?has_content> ${properties.kcError!}</#if>">
          <@control input/>
        </span>
        <@helpText input/>
        <@errorText name=input.name text=input.error/>
      </div>
  </#switch>
</#macro>

<#macro password name label error fieldName=name rules=[]>
  <#local ids = (rules?size > 0)?then("password-rules ", "") + error?has_content?then("input-error-" + fieldName, "")>
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormGroupLabelClass!}">
      <label for="${name}" class="${properties.kcFormLabelClass!properties.kcLabelClass!}">
        <span class="${properties.kcFormLabelTextClass!}">${label}</span>
        <@requiredMark true/>
      </label>
    </div>
    <#if rules?size gt 0>
      <div id="password-rules" class="${properties.kcFormHelperTextClass!} kc-identity-pool-rules">
        <p class="${properties.kcInputHelperTextItemTextClass!}">${msg("identityPoolPasswordRules")}</p>
        <ul class="${properties.kcListClass!}">
          <#list rules as rule><li>${rule}</li></#list>
        </ul>
      </div>
    </#if>
    <div class="${properties.kcInputGroup!}">
      <div class="${properties.kcInputGroupItemClass!} ${properties.kcFill!}">
        <span class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>">
          <input id="${name}" name="${name}" type="password" value="" autocomplete="new-password" required
            <#if error?has_content>aria-invalid="true"</#if>
            <#if ids?has_content>aria-describedby="${ids?trim}"</#if>
            <#nested/>/>
        </span>
      </div>
      <div class="${properties.kcInputGroupItemClass!}">
        <button class="${properties.kcFormPasswordVisibilityButtonClass!}" type="button" aria-label="${msg("showPassword")}"
          aria-controls="${name}" data-password-toggle
          data-icon-show="${properties.kcFormPasswordVisibilityIconShow!}" data-icon-hide="${properties.kcFormPasswordVisibilityIconHide!}"
          data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}" id="${name}-show-password">
          <i class="${properties.kcFormPasswordVisibilityIconShow!}" aria-hidden="true"></i>
        </button>
      </div>
    </div>
    <@errorText name=fieldName text=error/>
  </div>
</#macro>

<#macro passwords>
  <@password name="password" label=msg("password") error=poolPage.error("password") rules=poolPasswordRules![]><#if poolPage.firstError == "password">autofocus</#if></@password>
  <@password name="password-confirm" label=msg("passwordConfirm") error=poolPage.error("password-confirm")><#if poolPage.firstError == "password-confirm">autofocus</#if></@password>
</#macro>

<#macro fields inputs>
  <#list inputs as input>
    <@field input/>
    <#if passwordRequired?? && input.name == poolPage.passwordAfter>
      <@passwords/>
    </#if>
  </#list>
</#macro>

<#macro sections>
  <#list poolPage.sections as part>
    <#if part.title?has_content>
      <fieldset class="${properties.kcFormClass!} kc-identity-pool-group">
        <legend><@linked part.title/></legend>
        <@fields part.inputs/>
      </fieldset>
    <#else>
      <@fields part.inputs/>
    </#if>
  </#list>
</#macro>

<#-- What is wrong with no field that is shown. -->
<#macro pageErrors>
  <#if poolPage.errors?has_content>
    <div class="${properties.kcAlertClass!} pf-m-danger" role="alert">
      <div class="${properties.kcAlertIconClass!}"><span class="${properties.kcFeedbackErrorIcon!}"></span></div>
      <div class="${properties.kcAlertTitleClass!} kc-feedback-text">
        <#list poolPage.errors as error><p>${error}</p></#list>
      </div>
    </div>
  </#if>
</#macro>

<#macro styles>
  <#-- A button that shows the password needs a script. -->
  <noscript><style>[data-password-toggle] { display: none }</style></noscript>
  <style>.kc-identity-pool-choice, .kc-identity-pool-group { border: 0; margin: 0; padding: 0; min-width: 0 }
    .kc-identity-pool-group > legend { font-weight: bold; padding: 0; margin-bottom: .5rem }
    .kc-identity-pool-choice > legend { padding: 0; margin-bottom: .25rem }
    .kc-identity-pool-rules { margin: 0 0 .5rem } .kc-identity-pool-rules ul { margin: 0; padding-left: 1.25rem }
    .kc-identity-pool-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }</style>
</#macro>
