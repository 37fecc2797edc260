extension Lexicon {
  /// Given names from outside the US Census, as newspapers write them in Latin letters.
  static let worldNames: [(StaticString, WordClass)] = [
    (
      """
      vladimir dmitry dmitri dmitriy sergei sergey alexander aleksandr alexei aleksei alexey mikhail
      nikolai nikolay anatoly anatoli andrei andrey igor ilya ivan yuri yury viktor victor vyacheslav
      valery valeri vasily vasili vitaly gennady grigory konstantin kirill leonid maxim maksim oleg
      pavel pyotr petr roman ruslan ramzan stanislav timur vadim vladislav yevgeny evgeny yegor egor
      boris denis artyom artem arkady eduard fyodor fedor german lev semyon taras petro volodymyr
      oleksandr mykola andriy serhiy dmytro arseniy arsen sergii bohdan mykhailo
      mohammed muhammad mohammad mohamed ahmed ahmad ali hassan hussein hussain ibrahim omar khalid
      mahmoud mustafa yusuf youssef abdullah abdul abdel abdulaziz abdelfattah bashar saddam osama
      hamid karim rashid salman faisal nasser tariq tarek walid ziad zaid samir sami bilal jamal
      kamal nabil recep tayyip binali ashraf hamza haider nouri nuri muqtada hosni anwar yasser
      benjamin avigdor ehud shimon yitzhak naftali moshe ariel
      narendra manmohan rajnath arvind amit rahul sanjay vijay ashwin nawaz imran asif pervez shahbaz
      xi li wang zhang liu chen yang zhao wu zhou xu sun ma zhu hu guo he lin gao luo jinping keqiang
      shinzo taro yoshihide kenji hiroshi takeshi akira ban kim moon park jong jong-un jae-in
      jean pierre françois francois emmanuel nicolas jacques michel laurent bernard alain luc
      manuel arnaud angela wolfgang frank-walter sigmar jens helmut gerhard olaf heiko ursula
      matteo silvio giuseppe paolo mario sergio luigi giorgio antonio mariano josé jose pedro pablo
      juan carlos luis miguel jorge diego felipe fidel raúl raul hugo nicolás enrique andrés andres
      ricardo alejandro javier fernando alberto rafael evo rodrigo gustavo jair luiz dilma
      justin boris nigel jeremy jens petr milos andrzej jaroslaw lech donald beppe alexis yanis
      aleksandar zoran tomislav viktor miroslav ján jan robert klaus willem geert jeroen lars stefan
      anders jonas erik bjorn kofi thabo jacob robert goodluck muhammadu uhuru paul yoweri barack
      mitch newt bernie beau jeb reince roger sean marco ted mitt joe tim mike chuck harry rand
      chris rudy rex jared eric corey kellyanne
      """, .maleName
    ),
    (
      """
      maria marina natalia natalya nadezhda olga oksana anna anastasia ekaterina yekaterina elena
      yelena irina galina ksenia ksenija lyudmila ludmila svetlana tatiana tatyana valentina vera
      yulia yuliya julia larisa nina zoya dilma cristina michelle hillary ivanka melania kellyanne
      huma donna nancy elizabeth kamala tulsi angela theresa marine ségolène christine federica
      aung benazir indira sonia sushma malala aisha fatima khadija leila layla nadia amal tzipi
      ayelet golda park yingluck tsai carrie aminata ellen winnie graça rigoberta michelle keiko
      ursula annalena sahra jill huma loretta chelsea tiffany gennifer alicia megyn
      """, .femaleName
    ),
    (
      """
      putin medvedev lavrov peskov zakharova shoigu sobyanin navalny trump clinton
      obama pence kaine biden sanders mcconnell merkel macron hollande sarkozy cameron farage
      erdogan netanyahu rouhani khamenei assad modi xi poroshenko yanukovych zelensky lukashenko
      nazarbayev tusk juncker stoltenberg guterres ban mogherini bolton tillerson mattis kerry
      lynch comey snowden assange holder giuliani gingrich romney kasich rubio christie priebus
      bannon manafort lewandowski conway
      """, .surname
    ),
  ]
}
